package io.keyward.validation.alert.api;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.Timestamps;
import io.keyward.validation.alert.Alert.Status;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What callers may say about alerts. */
final class AlertInputRules {
    private static final String ALLOWED = "OPEN, TRACKING, CLOSED";

    private AlertInputRules() {}

    /** The states that a filter asks for. No alert is kept while its delay runs, so that none is in {@code TRACKING}. */
    static Set<Status> statuses(@Nullable String filter) {
        if (filter == null) {
            return Set.of(Status.OPEN, Status.CLOSED);
        }
        return switch (filter) {
            case "OPEN" -> Set.of(Status.OPEN);
            case "CLOSED" -> Set.of(Status.CLOSED);
            case "TRACKING" -> Set.of();
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
