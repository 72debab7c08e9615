package io.keyward.validation.alert.store;

import io.keyward.contracts.Actor;
import io.keyward.contracts.AlertEvent;
import io.keyward.contracts.AlertEvent.AffectedCluster;
import io.keyward.contracts.AlertEvent.AlertAcknowledged;
import io.keyward.contracts.AlertEvent.AlertCancelled;
import io.keyward.contracts.AlertEvent.AlertClosed;
import io.keyward.contracts.AlertEvent.AlertOpened;
import io.keyward.contracts.AlertEvent.AlertUpdated;
import io.keyward.validation.alert.Alert;
import java.time.Instant;

/** Alerts as {@code keyward.alerts} tells of them. */
final class AlertEvents {
    private AlertEvents() {}

    /** The event that tells of {@code alert} as it is after the news. */
    static AlertEvent of(News news, Alert alert, Actor actor, Instant at) {
        var told = told(alert);
        return switch (news) {
            case OPENED -> new AlertOpened(alert.id(), alert.revision(), at, actor, told);
            case UPDATED -> new AlertUpdated(alert.id(), alert.revision(), at, actor, told);
            case ACKNOWLEDGED -> new AlertAcknowledged(alert.id(), alert.revision(), at, actor, told);
            case CLOSED -> new AlertClosed(alert.id(), alert.revision(), at, actor, told);
            case CANCELLED -> new AlertCancelled(alert.id(), alert.revision(), at, actor, told);
        };
    }

    private static AlertEvent.Alert told(Alert alert) {
        var subject = alert.subject();
        var content = alert.content();
        var acknowledgement = alert.acknowledgement();
        return new AlertEvent.Alert(
                alert.groupId(),
                alert.type().name(),
                alert.status().name(),
                new AlertEvent.Subject(subject.kind().name(), subject.id(), subject.name(), subject.region()),
                content.clusters().stream()
                        .map(cluster -> new AffectedCluster(cluster.clusterId(), cluster.name()))
                        .toList(),
                content.reason(),
                content.explanation(),
                content.remedy(),
                alert.createdAt(),
                acknowledgement == null ? null : acknowledgement.until(),
                alert.resolvedAt(),
                alert.configurationId(),
                content.deadline());
    }

    /** What happened to an alert. */
    enum News {
        OPENED,
        UPDATED,
        ACKNOWLEDGED,
        CLOSED,
        CANCELLED
    }
}
