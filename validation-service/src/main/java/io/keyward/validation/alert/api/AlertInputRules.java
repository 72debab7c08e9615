package io.keyward.validation.alert.api;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.Timestamps;
import io.keyward.validation.alert.Alert.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What callers may say about alerts. */
final class AlertInputRules {
    private static final String ALLOWED = "OPEN, TRACKING, CLOSED";

    private AlertInputRules() {}

    /** The state that a filter asks for; null for all. */
    static @Nullable Status status(@Nullable String filter) {
        if (filter == null) {
            return null;
        }
        return switch (filter) {
            case "OPEN" -> Status.OPEN;
            case "CLOSED" -> Status.CLOSED;
            case "TRACKING" -> Status.TRACKING;
            default -> throw Refusal.of(ErrorCode.INVALID_ENUM_VALUE, "status", ALLOWED);
        };
    }

    /** Until when an alert is acknowledged. */
    static Instant notPast(Instant until, Instant now) {
        if (until.isBefore(now)) {
            throw Refusal.of(ErrorCode.INVALID_DATE_RANGE, Timestamps.write(until));
        }
        return until;
    }

    static String alertId(String id) {
        return id(id, ErrorCode.INVALID_ALERT_ID);
    }

    static String configurationId(String id) {
        return id(id, ErrorCode.INVALID_ALERT_CONFIG_ID);
    }

    private static String id(String id, ErrorCode otherwise) {
        if (!ObjectIds.isValid(id)) {
            throw Refusal.of(otherwise, id);
        }
        return id;
    }
}
