package io.keyward.validation.cadence.claim;

import io.keyward.validation.cadence.lane.Lane;
import java.time.Instant;
import java.util.Map;

/**
 * What there is room for.
 *
 * @param limit most checks in one claim
 * @param perRegion most checks of a region that is not in {@code regions}
 * @param regions most checks of these regions, by name; 0 where there is no room
 * @param perLane most checks of a lane that is not in {@code lanes}
 * @param lanes lanes that are full, or narrower than others
 */
public record Room(int limit, int perRegion, Map<String, Integer> regions, int perLane, Map<Lane, LaneRoom> lanes) {

    /** Room for {@code limit} checks, wherever they are. */
    public static Room any(int limit) {
        return new Room(limit, limit, Map.of(), limit, Map.of());
    }

    /**
     * Room in a lane.
     *
     * @param most checks of it; 0 when there is none
     * @param until what is due beyond that becomes due again at this time, so that others are no longer found behind it
     */
    public record LaneRoom(int most, Instant until) {}
}
