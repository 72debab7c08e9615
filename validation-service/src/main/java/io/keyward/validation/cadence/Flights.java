package io.keyward.validation.cadence;

import io.keyward.validation.cadence.claim.DueCheck;
import io.keyward.validation.cadence.claim.Room;
import io.keyward.validation.cadence.claim.Room.LaneRoom;
import io.keyward.validation.cadence.lane.Lane;
import io.keyward.validation.cadence.lane.LaneRules;
import io.keyward.validation.cadence.lane.Pace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What this replica has under way, and what it has claimed and not begun: the latter so that claims can be large and no check waits for the database.
 * A region and a lane hold a bounded number of both. They take more as soon as half of that is free, and until then are left out of claims, so that one
 * that hangs holds nobody else, and memory stays bounded whatever hangs. Threads may come as they like.
 */
final class Flights {
    private static final int MOST_IN_CLAIM = 500;
    private static final int WORTH_ANOTHER_CLAIM = 64;

    private final int most;
    private final int mostOfRegion;
    private final LaneRules rules;
    private final Map<Lane, LaneFlights> lanes = new HashMap<>();
    private final Map<String, RegionFlights> regions = new HashMap<>();
    /** The lanes with checks that were not begun, each once; those in front have their turn first. */
    private final Deque<LaneFlights> queue = new ArrayDeque<>();

    private int underWay;

    Flights(CadenceConfig config) {
        this.most = config.concurrency();
        this.mostOfRegion = config.regionConcurrency();
        this.rules = new LaneRules(config.laneConcurrency(), config.lanePause(), config.longestLanePause());
    }

    /** What may be claimed now. */
    synchronized Room room(Instant now) {
        lanes.values().removeIf(lane -> lane.isForgettable(now));
        var ofRegions = regions.values().stream()
                .filter(region -> region.held > 0)
                .collect(Collectors.toMap(region -> region.name, RegionFlights::room));
        lanes.values().forEach(lane -> lane.wasLimited = lane.room(now) == 0 || lane.isTroubled(now));
        var ofLanes = lanes.values().stream()
                .filter(lane -> lane.wasLimited)
                .collect(Collectors.toMap(lane -> lane.lane, lane -> room(lane, now)));
        return new Room(
                MOST_IN_CLAIM,
                RegionFlights.allowance(mostOfRegion),
                ofRegions,
                LaneFlights.mostInClaim(rules),
                ofLanes);
    }

    private LaneRoom room(LaneFlights lane, Instant now) {
        return new LaneRoom(lane.room(now), retryAt(lane, now));
    }

    /** When it makes sense to look at checks again that a lane has no room for: after its pause, and else behind all that is due now. */
    private static Instant retryAt(LaneFlights lane, Instant now) {
        @Nullable Instant pausedUntil = lane.state.pausedUntil();
        return pausedUntil != null && pausedUntil.isAfter(now) ? pausedUntil : now;
    }

    /**
     * Takes in what was claimed.
     *
     * @return whether there probably is more that is due and room for it
     */
    synchronized boolean admit(List<DueCheck> claimed, Instant now) {
        Map<RegionFlights, Integer> counts = new HashMap<>();
        for (var check : claimed) {
            var lane = lanes.computeIfAbsent(check.lane(), this::newLane);
            if (!lane.isWaiting()) {
                queue.addLast(lane);
            }
            lane.hold(check);
            counts.merge(lane.region, 1, Integer::sum);
        }
        int share = MOST_IN_CLAIM / Math.max(1, counts.size());
        regions.values().forEach(region -> region.hasMore = false);
        counts.forEach((region, count) -> region.hasMore = count >= Math.min(WORTH_ANOTHER_CLAIM, share));
        return claimed.stream()
                .map(check -> lanes.get(check.lane()))
                .distinct()
                .anyMatch(lane -> lane.region.hasMore && isOpen(lane, now));
    }

    private LaneFlights newLane(Lane lane) {
        var region = regions.computeIfAbsent(lane.region(), name -> new RegionFlights(name, mostOfRegion));
        return new LaneFlights(lane, region, rules);
    }

    private static boolean isOpen(LaneFlights lane, Instant now) {
        return lane.region.room() > 0 && lane.room(now) > 0;
    }

    /** The next check that may begin; null when none may. Lanes have their turns one after the other. */
    synchronized @Nullable DueCheck begin(Instant now) {
        for (int left = queue.size(); left > 0 && underWay < most; left--) {
            var lane = queue.removeFirst();
            while (lane.isWaiting() && !lane.next().isInTime()) {
                lane.drop();
            }
            @Nullable DueCheck check = null;
            if (lane.mayBegin(now)) {
                check = lane.begin();
                underWay++;
            }
            if (lane.isWaiting()) {
                queue.addLast(lane);
            }
            if (check != null) {
                return check;
            }
        }
        return null;
    }

    /** A check has ended that began at {@code startedAt}, and said this about its lane. */
    synchronized Landing end(DueCheck check, Pace pace, Instant startedAt, Instant now) {
        var lane = Objects.requireNonNull(lanes.get(check.lane()), "a lane is kept while it has checks under way");
        boolean wasOpen = isOpen(lane, now);
        underWay--;
        lane.end();
        int before = lane.state.bound();
        lane.state = rules.after(lane.state, pace, startedAt, now);
        var given = lane.state.bound() < before || lane.state.isPausing(now) ? lane.giveBack(now) : List.<DueCheck>of();
        if (!lane.isWaiting()) {
            queue.remove(lane);
        }
        boolean isLeft = lane.region.hasMore || lane.wasLimited;
        return new Landing(isLeft && !wasOpen && isOpen(lane, now), given, retryAt(lane, now));
    }

    /**
     * What is to be done after a check has ended.
     *
     * @param refill whether it is worthwhile to claim more now
     * @param putOff checks that the lane was too narrow for: to be given back
     * @param until when these are to become due again
     */
    record Landing(boolean refill, List<DueCheck> putOff, Instant until) {}

    /** How many lanes are pausing. */
    synchronized long pausing(Instant now) {
        return lanes.values().stream().filter(lane -> lane.state.isPausing(now)).count();
    }

    /** Checks under way, by region. */
    synchronized Map<String, Integer> underWay() {
        return regions.values().stream().collect(Collectors.toMap(region -> region.name, region -> region.underWay));
    }

    /** Whether nothing is held. */
    synchronized boolean isIdle() {
        return regions.values().stream().allMatch(region -> region.held == 0);
    }
}
