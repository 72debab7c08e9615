package io.keyward.validation.alert.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.atlas.Link;
import io.keyward.validation.alert.rules.AlertPolicy;
import io.keyward.validation.alert.rules.AlertType;
import io.keyward.validation.alert.setup.AlertConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An alert configuration as it is answered. */
public record AlertConfigView(
        Instant created,
        boolean enabled,
        String eventTypeName,
        String groupId,
        String id,
        List<Link> links,
        List<Object> matchers,
        List<Notification> notifications,
        Instant updated) {

    static AlertConfigView of(AlertConfiguration configuration, AlertPolicy policy, List<Link> links) {
        return new AlertConfigView(
                configuration.createdAt(),
                configuration.enabled(),
                configuration.type().name(),
                configuration.groupId(),
                configuration.id(),
                links,
                List.of(),
                configuration.type().isMailed() ? List.of(Notification.toOwners(configuration, policy)) : List.of(),
                configuration.updatedAt());
    }

    /**
     * Who is told, and how.
     *
     * @param delayMin whole minutes that the condition lasts before somebody is told, rounded up
     * @param typeName {@code GROUP}: members of the project with one of the roles
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Notification(
            int delayMin,
            boolean emailEnabled,
            String notifierId,
            List<String> roles,
            boolean smsEnabled,
            String typeName) {

        static Notification toOwners(AlertConfiguration configuration, AlertPolicy policy) {
            return new Notification(
                    minutes(delay(configuration.type(), policy)),
                    true,
                    configuration.id(),
                    List.of("GROUP_OWNER"),
                    false,
                    "GROUP");
        }

        private static Duration delay(AlertType type, AlertPolicy policy) {
            return type == AlertType.ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED
                    ? policy.networkDelay()
                    : Duration.ZERO;
        }

        private static int minutes(Duration delay) {
            return Math.toIntExact(delay.plusSeconds(59).toMinutes());
        }
    }
}
