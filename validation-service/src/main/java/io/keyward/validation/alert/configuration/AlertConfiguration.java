package io.keyward.validation.alert.configuration;

import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.condition.AlertType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which a project is told of one type of alert. There may be several for one type.
 *
 * @param content what people say it is
 * @param revision of its last event
 */
public record AlertConfiguration(
        String id, String groupId, Content content, Instant createdAt, Instant updatedAt, long revision) {

    /**
     * What people say it is.
     *
     * @param severity null when the type's own counts
     * @param threshold from which value on, in the unit of the type's {@link AlertType#measure()}; null where it has none
     * @param matchers what it is limited to; all of them have to fit
     * @param notifications who is told, in the order in which that was said
     */
    public record Content(
            AlertType type,
            boolean enabled,
            @Nullable Severity severity,
            @Nullable Integer threshold,
            List<Matcher> matchers,
            List<Notification> notifications) {

        public Content {
            matchers = List.copyOf(matchers);
            notifications = List.copyOf(notifications);
        }

        /** The same, turned on or off. */
        public Content enabled(boolean on) {
            return new Content(type, on, severity, threshold, matchers, notifications);
        }

        /** Minutes that a condition lasts before anybody is told. */
        int delayMin() {
            return notifications.stream().mapToInt(Notification::delayMin).min().orElse(0);
        }
    }

    /** How bad it is, where people know better. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR,
        CRITICAL
    }
}
