package io.keyward.validation.cadence.lane;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a lane is doing.
 *
 * @param bound most checks that may be under way in it, at least 1
 * @param answered checks that were answered since {@code bound} changed last
 * @param cutAt when {@code bound} was last cut; null when it never was. Checks that started before say nothing any more
 * @param pausedUntil nothing is started before; null when nothing was ever throttled
 * @param nextPause how long it pauses if it is throttled again
 */
public record LaneState(
        int bound,
        int answered,
        @Nullable Instant cutAt,
        @Nullable Instant pausedUntil,
        Duration nextPause) {

    /** Whether nothing may be started now. */
    public boolean isPausing(Instant now) {
        return pausedUntil != null && now.isBefore(pausedUntil);
    }
}
