package io.keyward.validation.operator;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the installation itself, as it is kept.
 *
 * @param explanation for operators: what happened
 * @param remedy for operators: what to do
 * @param facts what it rests on, by name, in the order of the names
 * @param closedAt null while it is open
 * @param ending for operators: why it was closed; null while it is open
 * @param revision of its last event
 */
public record OperatorAlert(
        String id,
        OperatorAlertType type,
        String explanation,
        String remedy,
        Map<String, String> facts,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable String ending,
        long revision) {

    /** Whether it goes on. */
    public Status status() {
        return closedAt == null ? Status.OPEN : Status.CLOSED;
    }

    /** Whether it goes on. */
    public enum Status {
        OPEN,
        CLOSED
    }
}
