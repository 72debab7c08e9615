package io.keyward.validation.cadence.claim;

import io.keyward.validation.cadence.lane.Lane;
import java.time.Instant;
import java.util.Map;

/**
 * What there is room for.
 *
 * @param limit most checks in one claim, those that are urgent left out of account
 * @param perRegion places in a region that is not in {@code regions}
 * @param regions places in these regions, by name
 * @param perLane places in a lane that is not in {@code lanes}
 * @param lanes lanes that are full, or narrower than others
 */
public record Room(
        int limit, Places perRegion, Map<String, Places> regions, Places perLane, Map<Lane, LaneRoom> lanes) {

    /** Room for {@code limit} checks, wherever they are. */
    public static Room any(int limit) {
        var places = new Places(limit, limit);
        return new Room(limit, places, Map.of(), places, Map.of());
    }

    /**
     * How many checks more there is room for; 0 when there is none.
     *
     * @param inTurn in the order in which they became due
     * @param urgent before all others
     */
    public record Places(int inTurn, int urgent) {}

    /**
     * Room in a lane.
     *
     * @param until what is due beyond its places becomes due again at this time, so that others are no longer found behind it
     */
    public record LaneRoom(Places places, Instant until) {}
}
