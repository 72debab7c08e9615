package io.keyward.validation.enforcement.mode.interval;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often the keys of a project are to be checked. Null has to be said: an empty body must not change anything.
 *
 * @param intervalSeconds whole seconds, or a JSON null to follow the installation; a Java null when it was left out
 */
record IntervalRequest(@Nullable JsonNode intervalSeconds) {
    private static final String FIELD = "intervalSeconds";
    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * The interval that is asked for; null to follow the installation. Refused when it was left out or is out of bounds.
     *
     * @param shortest that is allowed
     */
    @Nullable
    Duration wanted(Duration shortest) {
        if (intervalSeconds == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, FIELD).withField(FIELD, bounds(shortest));
        }
        return intervalSeconds.isNull() ? null : withinBounds(intervalSeconds, shortest);
    }

    private static Duration withinBounds(JsonNode seconds, Duration shortest) {
        boolean isSensible = seconds.isIntegralNumber()
                && seconds.canConvertToInt()
                && seconds.intValue() >= Math.max(1, shortest.toSeconds())
                && seconds.intValue() <= LONGEST.toSeconds();
        if (!isSensible) {
            throw Refusal.of(ErrorCode.INVALID_JSON_ATTRIBUTE, FIELD).withField(FIELD, bounds(shortest));
        }
        return Duration.ofSeconds(seconds.intValue());
    }

    private static String bounds(Duration shortest) {
        return "must be a whole number of seconds from " + shortest.toSeconds() + " to " + LONGEST.toSeconds()
                + ", or null to follow the installation";
    }
}
