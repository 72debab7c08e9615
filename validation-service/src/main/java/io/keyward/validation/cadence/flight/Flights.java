package io.keyward.validation.cadence.flight;

import io.keyward.validation.cadence.CadenceConfig;
import io.keyward.validation.cadence.claim.DueCheck;
import io.keyward.validation.cadence.claim.Room;
import io.keyward.validation.cadence.lane.Lane;
import io.keyward.validation.cadence.lane.LaneRules;
import io.keyward.validation.cadence.lane.Pace;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What this replica has under way, and what it has claimed and not begun: the latter so that claims can be large and no check waits for the database.
 * A region and a lane hold a bounded number of both. They take more as soon as half of that is free, and until then are left out of claims, so that one
 * that hangs holds nobody else, and memory stays bounded whatever hangs. However many regions hang, places are left for the others
 * ({@link RegionFlights#mayBegin}). Threads may come as they like.
 */
public final class Flights {
    private static final int MOST_IN_CLAIM = 500;
    private static final int WORTH_ANOTHER_CLAIM = 64;
    private static final int REST_IN_BETWEEN = 4;

    private final int most;
    private final int mostOfRegion;
    private final LaneRules rules;
    private final Map<Lane, LaneFlights> lanes = new HashMap<>();
    private final Map<String, RegionFlights> regions = new HashMap<>();
    /** The lanes with checks that were not begun; those in front have their turn first. */
    private final SequencedSet<LaneFlights> queue = new LinkedHashSet<>();
    /** Those of them with checks that go before all others. */
    private final SequencedSet<LaneFlights> hurried = new LinkedHashSet<>();

    private int underWay;
    private int begun;

    public Flights(CadenceConfig config) {
        this.most = config.concurrency();
        this.mostOfRegion = config.regionConcurrency();
        this.rules = new LaneRules(config.laneConcurrency(), config.lanePause(), config.longestLanePause());
    }

    /** What may be claimed now. */
    public synchronized Room room(Instant now) {
        lanes.values().removeIf(lane -> lane.isForgettable(now));
        var ofRegions = regions.values().stream()
                .filter(region -> region.held > 0)
                .collect(Collectors.toMap(region -> region.name, RegionFlights::places));
        lanes.values().forEach(lane -> lane.wasLimited = lane.isLimited(now));
        var ofLanes = lanes.values().stream()
                .filter(lane -> lane.wasLimited)
                .collect(Collectors.toMap(lane -> lane.lane, lane -> lane.laneRoom(now)));
        return new Room(
                MOST_IN_CLAIM,
                RegionFlights.allowance(mostOfRegion),
                ofRegions,
                LaneFlights.mostInClaim(rules),
                ofLanes);
    }

    /**
     * Takes in what was claimed.
     *
     * @return whether there probably is more that is due and room for it
     */
    public synchronized boolean admit(List<DueCheck> claimed, Instant now) {
        Map<RegionFlights, Integer> counts = new HashMap<>();
        for (var check : claimed) {
            var lane = lanes.computeIfAbsent(check.lane(), this::newLane);
            lane.hold(check);
            queue.add(lane);
            if (check.isUrgent()) {
                hurried.add(lane);
            }
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

    /**
     * The next check that may begin; null when none may. Lanes have their turns one after the other, those with urgent checks before the rest; one in four
     * is left to the rest, so that nobody waits for ever.
     */
    public synchronized @Nullable DueCheck begin(Instant now) {
        boolean restFirst = ++begun % REST_IN_BETWEEN == 0;
        var check = restFirst ? begin(queue, false, now) : begin(hurried, true, now);
        if (check != null) {
            return check;
        }
        return restFirst ? begin(hurried, true, now) : begin(queue, false, now);
    }

    private @Nullable DueCheck begin(SequencedSet<LaneFlights> turns, boolean urgent, Instant now) {
        for (int left = turns.size(); left > 0 && underWay < most; left--) {
            var lane = turns.removeFirst();
            lane.dropLate();
            boolean isWaiting = urgent ? lane.isUrgent() : lane.isWaiting();
            var check = isWaiting && mayBegin(lane, now) ? lane.begin() : null;
            if (urgent ? lane.isUrgent() : lane.isWaiting()) {
                turns.addLast(lane);
            }
            if (check != null) {
                underWay++;
                return check;
            }
        }
        return null;
    }

    private boolean mayBegin(LaneFlights lane, Instant now) {
        return lane.mayBegin(now) && lane.region.mayBegin(most - underWay);
    }

    /** A check has ended that began at {@code startedAt}, and said this about its lane. */
    public synchronized Landing end(DueCheck check, Pace pace, Instant startedAt, Instant now) {
        var lane = Objects.requireNonNull(lanes.get(check.lane()), "a lane is kept while it has checks under way");
        boolean wasOpen = isOpen(lane, now);
        underWay--;
        lane.end();
        int before = lane.state.bound();
        lane.state = rules.after(lane.state, pace, startedAt, now);
        var given = lane.state.bound() < before || lane.state.isPausing(now) ? lane.giveBack(now) : List.<DueCheck>of();
        boolean isLeft = lane.region.hasMore || lane.wasLimited;
        return new Landing(isLeft && !wasOpen && isOpen(lane, now), given, lane.retryAt(now));
    }

    /**
     * What is to be done after a check has ended.
     *
     * @param refill whether it is worthwhile to claim more now
     * @param putOff checks that the lane was too narrow for: to be given back
     * @param until when these are to become due again
     */
    public record Landing(boolean refill, List<DueCheck> putOff, Instant until) {}

    /** How many lanes are pausing. */
    public synchronized long pausing(Instant now) {
        return lanes.values().stream().filter(lane -> lane.state.isPausing(now)).count();
    }

    /** Checks under way, by region. */
    public synchronized Map<String, Integer> underWay() {
        return regions.values().stream().collect(Collectors.toMap(region -> region.name, region -> region.underWay));
    }

    /** Whether nothing is held. */
    public synchronized boolean isIdle() {
        return regions.values().stream().allMatch(region -> region.held == 0);
    }
}
