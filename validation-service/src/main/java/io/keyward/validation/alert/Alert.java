package io.keyward.validation.alert;

import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Content;
import io.keyward.validation.alert.condition.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is kept.
 *
 * @param configurationId the alert configuration that it was raised by, which may be gone
 * @param resolvedAt null while it is open
 * @param ending for people: why it was closed or cancelled; null while it is open
 * @param acknowledgement null when nobody acknowledged it
 * @param lastNotified when the last mail about it went out; null when none did
 * @param revision of its last event
 */
public record Alert(
        String id,
        String groupId,
        String configurationId,
        AlertType type,
        Subject subject,
        Content content,
        Status status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant resolvedAt,
        @Nullable String ending,
        @Nullable Acknowledgement acknowledgement,
        @Nullable Instant lastNotified,
        long revision) {

    /** What became of the condition. */
    public enum Status {
        /** It holds, and has not lasted long enough yet. Nobody was told. */
        TRACKING,
        /** It holds. */
        OPEN,
        /** It has ended. */
        CLOSED,
        /** Nobody asks for the alert any more. */
        CANCELLED
    }

    /**
     * Somebody needs no reminder.
     *
     * @param username who said so
     */
    public record Acknowledgement(Instant until, @Nullable String comment, String username) {}
}
