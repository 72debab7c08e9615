package io.keyward.validation.cadence.flight;

import io.keyward.validation.cadence.claim.DueCheck;
import io.keyward.validation.cadence.claim.Room.LaneRoom;
import io.keyward.validation.cadence.claim.Room.Places;
import io.keyward.validation.cadence.lane.Lane;
import io.keyward.validation.cadence.lane.LaneRules;
import io.keyward.validation.cadence.lane.LaneState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one lane holds. Belongs to {@link Flights}, which lets in one thread at a time. */
final class LaneFlights {
    private static final int RESERVE = 320;

    final Lane lane;
    final RegionFlights region;
    private final LaneRules rules;
    /** Those that go before all others. */
    private final Deque<DueCheck> urgent = new ArrayDeque<>();

    private final Deque<DueCheck> inTurn = new ArrayDeque<>();
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

    /** Places in a claim of a lane that holds nothing and has no trouble. */
    static Places mostInClaim(LaneRules rules) {
        return new Places(Math.max(1, (rules.most() + RESERVE) / 2), rules.most());
    }

    boolean isWaiting() {
        return !inTurn.isEmpty() || isUrgent();
    }

    /** Whether anything waits that goes before all others. */
    boolean isUrgent() {
        return !urgent.isEmpty();
    }

    boolean isForgettable(Instant now) {
        return underWay == 0 && !isWaiting() && rules.isForgettable(state, now);
    }

    /** Whether a claim has to know of it. */
    boolean isLimited(Instant now) {
        return isUrgent() || room(now) == 0 || isTroubled(now);
    }

    private boolean isTroubled(Instant now) {
        return !rules.isForgettable(state, now);
    }

    /** Whether its own bounds allow one more check. */
    boolean mayBegin(Instant now) {
        return isWaiting() && underWay < state.bound() && !state.isPausing(now);
    }

    LaneRoom laneRoom(Instant now) {
        int places = state.isPausing(now) ? 0 : Math.max(0, state.bound() - urgent.size());
        return new LaneRoom(new Places(room(now), places), retryAt(now));
    }

    /**
     * How many more may be claimed in their turn: none before half of what the lane may hold is free. Whoever has trouble holds nothing in reserve.
     */
    int room(Instant now) {
        int allowance = state.bound() + (isTroubled(now) ? 0 : RESERVE);
        int free = allowance - underWay - inTurn.size();
        return state.isPausing(now) || free < Math.max(1, allowance / 2) ? 0 : free;
    }

    /** When it makes sense to look at checks again that there is no room for: after its pause, and else behind all that is due now. */
    Instant retryAt(Instant now) {
        @Nullable Instant pausedUntil = state.pausedUntil();
        return pausedUntil != null && pausedUntil.isAfter(now) ? pausedUntil : now;
    }

    void hold(DueCheck check) {
        waiting(check).addLast(check);
        region.hold(check);
    }

    /** The next check, which begins. */
    DueCheck begin() {
        var check = taken();
        underWay++;
        region.begin(check);
        return check;
    }

    void end() {
        underWay--;
        region.end();
    }

    /** Lets go of what comes next and is too late to be made. */
    void dropLate() {
        while (isWaiting() && !next().isInTime()) {
            region.letGo(taken());
        }
    }

    /** Lets go of what cannot begin soon: all of it during a pause, and what the lane is too narrow for after a cut. */
    List<DueCheck> giveBack(Instant now) {
        var given = new ArrayList<DueCheck>();
        int kept = state.isPausing(now) ? 0 : state.bound();
        giveBack(urgent, kept, given);
        giveBack(inTurn, kept - urgent.size(), given);
        given.forEach(region::letGo);
        return given;
    }

    private static void giveBack(Deque<DueCheck> waiting, int kept, List<DueCheck> given) {
        while (waiting.size() > kept) {
            given.add(waiting.removeLast());
        }
    }

    private DueCheck next() {
        return (isUrgent() ? urgent : inTurn).getFirst();
    }

    private DueCheck taken() {
        return (isUrgent() ? urgent : inTurn).removeFirst();
    }

    private Deque<DueCheck> waiting(DueCheck check) {
        return check.isUrgent() ? urgent : inTurn;
    }
}
