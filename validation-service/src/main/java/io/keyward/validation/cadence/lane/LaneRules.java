package io.keyward.validation.cadence.lane;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many checks may be under way in a lane: additive increase, multiplicative decrease.
 *
 * <ul>
 *   <li>Who throttles us gets half as many at a time, after a pause that doubles from one time to the next.
 *   <li>Who does not answer gets half as many at a time, and no pause: each of the checks took long enough.
 *   <li>Who answered as many as are under way at a time gets one more, and the next pause is a short one again.
 *   <li>All checks that were under way when a lane was cut tell of the same trouble: only those that started later can cut it again.
 * </ul>
 *
 * @param most checks under way in a lane that had no trouble, at least 1
 * @param firstPause of a lane that is throttled for the first time
 * @param longestPause of one that is throttled again and again
 */
public record LaneRules(int most, Duration firstPause, Duration longestPause) {

    /** A lane that nothing is known of. */
    public LaneState fresh() {
        return new LaneState(most, 0, null, null, firstPause);
    }

    /** Whether the lane is narrower than it could be, because of trouble that is not over yet. */
    public boolean isTroubled(LaneState state) {
        return state.bound() < most;
    }

    /** Whether nothing about the lane is worth being remembered. */
    public boolean isForgettable(LaneState state, Instant now) {
        return !isTroubled(state) && !state.isPausing(now);
    }

    /** The lane after a check that started at {@code startedAt} and ended at {@code now}. */
    public LaneState after(LaneState state, Pace pace, Instant startedAt, Instant now) {
        return switch (pace) {
            case ANSWERED -> answered(state);
            case UNCLEAR -> state;
            case SILENT -> isOfOldTrouble(state.cutAt(), startedAt) ? state : cut(state, state.pausedUntil(), now);
            case THROTTLED -> isOfOldTrouble(state.cutAt(), startedAt) ? state : paused(state, now);
        };
    }

    private LaneState answered(LaneState state) {
        int answered = state.answered() + 1;
        if (answered < state.bound()) {
            return new LaneState(state.bound(), answered, state.cutAt(), state.pausedUntil(), state.nextPause());
        }
        return new LaneState(Math.min(most, state.bound() + 1), 0, state.cutAt(), state.pausedUntil(), firstPause);
    }

    private LaneState paused(LaneState state, Instant now) {
        var doubled = state.nextPause().multipliedBy(2);
        var nextPause = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
        var cut = cut(state, now.plus(state.nextPause()), now);
        return new LaneState(cut.bound(), 0, now, cut.pausedUntil(), nextPause);
    }

    private static LaneState cut(LaneState state, @Nullable Instant pausedUntil, Instant now) {
        return new LaneState(Math.max(1, state.bound() / 2), 0, now, pausedUntil, state.nextPause());
    }

    private static boolean isOfOldTrouble(@Nullable Instant cutAt, Instant startedAt) {
        return cutAt != null && !startedAt.isAfter(cutAt);
    }
}
