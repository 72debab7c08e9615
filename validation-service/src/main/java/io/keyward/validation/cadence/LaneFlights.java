package io.keyward.validation.cadence;

import io.keyward.validation.cadence.claim.DueCheck;
import io.keyward.validation.cadence.lane.Lane;
import io.keyward.validation.cadence.lane.LaneRules;
import io.keyward.validation.cadence.lane.LaneState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What one lane holds. Belongs to {@link Flights}, which lets in one thread at a time. */
final class LaneFlights {
    private static final int RESERVE = 320;

    final Lane lane;
    final RegionFlights region;
    private final LaneRules rules;
    private final Deque<DueCheck> waiting = new ArrayDeque<>();
    LaneState state;
    /** Whether the last claim was told to take less of the lane than of others, so that something may be left. */
    boolean wasLimited;

    int underWay;

    LaneFlights(Lane lane, RegionFlights region, LaneRules rules) {
        this.lane = lane;
        this.region = region;
        this.rules = rules;
        this.state = rules.fresh();
    }

    /** Most checks of a lane without trouble in one claim. */
    static int mostInClaim(LaneRules rules) {
        return Math.max(1, (rules.most() + RESERVE) / 2);
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    boolean isForgettable(Instant now) {
        return underWay == 0 && waiting.isEmpty() && rules.isForgettable(state, now);
    }

    boolean isTroubled(Instant now) {
        return !rules.isForgettable(state, now);
    }

    boolean mayBegin(Instant now) {
        return !waiting.isEmpty() && underWay < state.bound() && !state.isPausing(now) && region.mayBegin();
    }

    /** How many more may be claimed: none before half of what the lane may hold is free. Whoever has trouble holds nothing in reserve. */
    int room(Instant now) {
        int allowance = state.bound() + (isTroubled(now) ? 0 : RESERVE);
        int free = allowance - underWay - waiting.size();
        return state.isPausing(now) || free < Math.max(1, allowance / 2) ? 0 : free;
    }

    void hold(DueCheck check) {
        waiting.addLast(check);
        region.held++;
    }

    DueCheck begin() {
        underWay++;
        region.underWay++;
        return waiting.removeFirst();
    }

    void end() {
        underWay--;
        region.underWay--;
        region.held--;
    }

    /** Lets go of the next check, which is too late to be made. */
    void drop() {
        waiting.removeFirst();
        region.held--;
    }

    /** Lets go of what cannot begin soon: all of it during a pause, and what the lane is too narrow for after a cut. */
    List<DueCheck> giveBack(Instant now) {
        var given = new ArrayList<DueCheck>();
        int kept = state.isPausing(now) ? 0 : state.bound();
        while (waiting.size() > kept) {
            given.add(waiting.removeLast());
            region.held--;
        }
        return given;
    }

    DueCheck next() {
        return waiting.getFirst();
    }
}
