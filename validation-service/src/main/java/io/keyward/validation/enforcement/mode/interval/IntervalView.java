package io.keyward.validation.enforcement.mode.interval;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often the keys of a project are checked.
 *
 * @param effectiveIntervalSeconds what holds for it
 * @param intervalSeconds what was set for it; null when it follows the installation
 */
public record IntervalView(
        long effectiveIntervalSeconds,
        String groupId,
        @Nullable Long intervalSeconds) {

    static IntervalView of(String groupId, @Nullable Duration own, Duration installation) {
        return own == null
                ? new IntervalView(installation.toSeconds(), groupId, null)
                : new IntervalView(own.toSeconds(), groupId, own.toSeconds());
    }
}
