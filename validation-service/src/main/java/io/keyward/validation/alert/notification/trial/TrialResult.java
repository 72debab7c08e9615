package io.keyward.validation.alert.notification.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.notification.transport.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying one notification.
 *
 * @param recipient absent where only a secret says it
 * @param outcome {@code DELIVERED}, {@code FAILED}, or {@code NOBODY} when there is nobody to tell
 * @param detail for people: why not, or who got it; absent when there is nothing to add
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialResult(
        @Nullable String detail,
        String notifierId,
        String outcome,
        @Nullable String recipient,
        String typeName) {

    static TrialResult of(Notification notification, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered ignored -> of(notification, "DELIVERED", null);
            case Outcome.Failed failed -> of(notification, "FAILED", failed.why());
        };
    }

    static TrialResult of(Notification notification, String outcome, @Nullable String detail) {
        return new TrialResult(
                detail,
                notification.notifierId(),
                outcome,
                notification.channel().recipient().orElse(null),
                notification.channel().type().name());
    }
}
