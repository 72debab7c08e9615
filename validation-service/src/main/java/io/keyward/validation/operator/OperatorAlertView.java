package io.keyward.validation.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator alert as it is answered.
 *
 * @param closed absent while it is open
 * @param ending for operators: why it was closed; absent while it is open
 * @param explanation for operators: what happened
 * @param facts what it rests on, by name
 * @param remedy for operators: what to do
 * @param severity {@code WARNING} or {@code CRITICAL}
 * @param status {@code OPEN} or {@code CLOSED}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperatorAlertView(
        @Nullable Instant closed,
        @Nullable String ending,
        String explanation,
        Map<String, String> facts,
        String id,
        Instant opened,
        String remedy,
        String severity,
        String status,
        String type,
        Instant updated) {

    static OperatorAlertView of(OperatorAlert alert) {
        return new OperatorAlertView(
                alert.closedAt(),
                alert.ending(),
                alert.explanation(),
                alert.facts(),
                alert.id(),
                alert.openedAt(),
                alert.remedy(),
                alert.type().severity().name(),
                alert.status().name(),
                alert.type().name(),
                alert.updatedAt());
    }
}
