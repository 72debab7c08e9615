package io.keyward.config.activity.entry;

import io.keyward.contracts.AlertConfigEvent;
import io.keyward.contracts.AlertConfigEvent.AlertConfig;
import io.keyward.contracts.AlertEvent;
import io.keyward.contracts.AlertEvent.Alert;
import io.keyward.contracts.OperatorAlertEvent;
import java.util.List;
import java.util.Optional;

/** What the log says of alerts and of their configurations. */
final class AlertEntryRules {
    private AlertEntryRules() {}

    static List<Finding> findings(AlertEvent event) {
        return switch (event) {
            case AlertEvent.AlertOpened e ->
                condition(e, e.alert(), opened(e.alert().eventTypeName()));
            case AlertEvent.AlertClosed e ->
                condition(e, e.alert(), closed(e.alert().eventTypeName()));
            case AlertEvent.AlertCancelled e ->
                condition(e, e.alert(), opened(e.alert().eventTypeName()).map(any -> EventType.ALERT_CANCELLED));
            case AlertEvent.AlertAcknowledged e -> Finding.once(entry(e, e.alert(), acknowledged(e.alert())));
            case AlertConfigEvent.AlertConfigCreated e ->
                configuration(e, e.alertConfig(), EventType.ALERT_CONFIG_ADDED_AUDIT, "was made");
            case AlertConfigEvent.AlertConfigUpdated e ->
                configuration(e, e.alertConfig(), EventType.ALERT_CONFIG_CHANGED_AUDIT, "was changed");
            case AlertConfigEvent.AlertConfigDeleted e ->
                configuration(e, e.alertConfig(), EventType.ALERT_CONFIG_DELETED_AUDIT, "was deleted");
            // The condition is what it was.
            case AlertEvent.AlertUpdated e -> List.of();
            // What is wrong with the installation is no matter of any project.
            case OperatorAlertEvent.OperatorAlertOpened e -> List.of();
            case OperatorAlertEvent.OperatorAlertUpdated e -> List.of();
            case OperatorAlertEvent.OperatorAlertClosed e -> List.of();
            case AlertEvent.Unrecognized e -> List.of();
        };
    }

    /** Two configurations that ask for the same condition make two alerts of it, and one entry. */
    private static List<Finding> condition(AlertEvent event, Alert alert, Optional<EventType> type) {
        return type
                .map(known -> new Finding(
                        entry(event, alert, known),
                        List.of("alert %s %s %s %s %s"
                                .formatted(
                                        alert.groupId(),
                                        known,
                                        alert.eventTypeName(),
                                        alert.subject().id(),
                                        event.occurredAt()))))
                .stream()
                .toList();
    }

    private static ActivityEntry entry(AlertEvent event, Alert alert, EventType type) {
        ActivityEntry entry = ActivityEntry.ofProject(
                alert.groupId(),
                type,
                "%s of %s: %s".formatted(alert.eventTypeName(), alert.subject().name(), alert.explanation()),
                event.actor(),
                event.occurredAt());
        return alert.subject().kind().equals("CLUSTER")
                ? entry.withCluster(alert.subject().name())
                : entry;
    }

    private static List<Finding> configuration(AlertEvent event, AlertConfig config, EventType type, String what) {
        return Finding.once(ActivityEntry.ofProject(
                config.groupId(),
                type,
                "The alert configuration %s for %s %s, and is turned %s."
                        .formatted(event.aggregateId(), config.eventTypeName(), what, config.enabled() ? "on" : "off"),
                event.actor(),
                event.occurredAt()));
    }

    private static EventType acknowledged(Alert alert) {
        return alert.acknowledgedUntil() == null
                ? EventType.ALERT_UNACKNOWLEDGED_AUDIT
                : EventType.ALERT_ACKNOWLEDGED_AUDIT;
    }

    /** Empty for alerts about what another event has said: that a key was revoked, an endpoint lost, a cluster stopped. */
    private static Optional<EventType> opened(String alertType) {
        return switch (alertType) {
            case "AWS_ENCRYPTION_KEY_INVALID",
                    "AZURE_ENCRYPTION_KEY_INVALID",
                    "GCP_ENCRYPTION_KEY_INVALID",
                    "ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID",
                    "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED",
                    "ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED" -> Optional.empty();
            case "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED" ->
                Optional.of(EventType.ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED);
            case "AWS_ENCRYPTION_KEY_NEEDS_ROTATION" -> Optional.of(EventType.AWS_ENCRYPTION_KEY_NEEDS_ROTATION);
            case "AZURE_ENCRYPTION_KEY_NEEDS_ROTATION" -> Optional.of(EventType.AZURE_ENCRYPTION_KEY_NEEDS_ROTATION);
            case "GCP_ENCRYPTION_KEY_NEEDS_ROTATION" -> Optional.of(EventType.GCP_ENCRYPTION_KEY_NEEDS_ROTATION);
            default -> Optional.of(EventType.ALERT_OPENED);
        };
    }

    private static Optional<EventType> closed(String alertType) {
        return opened(alertType).map(AlertEntryRules::endOf);
    }

    private static EventType endOf(EventType opened) {
        return switch (opened) {
            case ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED ->
                EventType.ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_RESTORED;
            case AWS_ENCRYPTION_KEY_NEEDS_ROTATION -> EventType.AWS_ENCRYPTION_KEY_ROTATED;
            case AZURE_ENCRYPTION_KEY_NEEDS_ROTATION -> EventType.AZURE_ENCRYPTION_KEY_ROTATED;
            case GCP_ENCRYPTION_KEY_NEEDS_ROTATION -> EventType.GCP_ENCRYPTION_KEY_ROTATED;
            default -> EventType.ALERT_CLOSED;
        };
    }
}
