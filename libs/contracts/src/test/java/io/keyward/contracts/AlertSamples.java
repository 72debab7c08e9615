package io.keyward.contracts;

import io.keyward.contracts.AlertConfigEvent.AlertConfig;
import io.keyward.contracts.AlertConfigEvent.Matcher;
import io.keyward.contracts.AlertConfigEvent.Notification;
import io.keyward.contracts.AlertConfigEvent.Threshold;
import io.keyward.contracts.AlertEvent.AffectedCluster;
import io.keyward.contracts.AlertEvent.Alert;
import io.keyward.contracts.AlertEvent.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One alert, from the moment it opens to its end, and the configuration that raised it. */
final class AlertSamples {
    private static final String ID = "6721f0a4c2b1d83e5f9000f1";
    private static final String CONFIG = "6721f0a4c2b1d83e5f9000f2";
    private static final AffectedCluster ORDERS = new AffectedCluster(Samples.CLUSTER, "orders-eu");
    private static final AffectedCluster BILLING = new AffectedCluster("6721f0a4c2b1d83e5f9000c2", "billing");

    private AlertSamples() {}

    static Map<String, Event> all() {
        Instant noon = Samples.at("12:00:00");
        return Map.of(
                "keyward.alert.opened.v1",
                new AlertEvent.AlertOpened(
                        ID,
                        revision(1),
                        Samples.at("09:00:04.321"),
                        Samples.SERVICE,
                        alert("OPEN", List.of(ORDERS), null, null)),
                "keyward.alert.updated.v1",
                new AlertEvent.AlertUpdated(
                        ID,
                        revision(2),
                        Samples.at("09:02:00"),
                        Samples.SERVICE,
                        alert("OPEN", List.of(ORDERS, BILLING), null, null)),
                "keyward.alert.acknowledged.v1",
                new AlertEvent.AlertAcknowledged(
                        ID,
                        revision(3),
                        Samples.at("09:03:00"),
                        Samples.OWNER,
                        alert("OPEN", List.of(ORDERS, BILLING), noon, null)),
                "keyward.alert.closed.v1",
                new AlertEvent.AlertClosed(
                        ID,
                        revision(4),
                        Samples.at("09:10:00"),
                        Samples.SERVICE,
                        alert("CLOSED", List.of(ORDERS, BILLING), noon, Samples.at("09:10:00"))),
                "keyward.alert.cancelled.v1",
                new AlertEvent.AlertCancelled(
                        ID,
                        revision(4),
                        Samples.at("09:10:00"),
                        Samples.OWNER,
                        alert("CANCELLED", List.of(ORDERS, BILLING), noon, Samples.at("09:10:00"))),
                "keyward.alert-config.created.v1",
                new AlertConfigEvent.AlertConfigCreated(
                        CONFIG, revision(1), Samples.at("08:50:00"), Samples.OWNER, configuration(true)),
                "keyward.alert-config.updated.v1",
                new AlertConfigEvent.AlertConfigUpdated(
                        CONFIG, revision(2), Samples.at("08:51:00"), Samples.OWNER, configuration(false)),
                "keyward.alert-config.deleted.v1",
                new AlertConfigEvent.AlertConfigDeleted(
                        CONFIG, revision(3), Samples.at("08:52:00"), Samples.OWNER, configuration(false)));
    }

    private static Alert alert(
            String status,
            List<AffectedCluster> clusters,
            @Nullable Instant acknowledgedUntil,
            @Nullable Instant closedAt) {
        return new Alert(
                Samples.GROUP,
                "AWS_ENCRYPTION_KEY_INVALID",
                status,
                new Subject("KEY_USE", Samples.KEY_USE, Samples.KEY, "us-east-1"),
                clusters,
                "KEY_PENDING_DELETION",
                "The key is scheduled for deletion; two checks in a row agree.",
                "Cancel the deletion and enable the key in AWS KMS; the clusters resume at the next check.",
                Samples.at("09:00:04.321"),
                acknowledgedUntil,
                closedAt,
                CONFIG,
                Instant.parse("2026-11-29T09:00:00Z"));
    }

    private static AlertConfig configuration(boolean enabled) {
        return new AlertConfig(
                Samples.GROUP,
                "AWS_ENCRYPTION_KEY_NEEDS_ROTATION",
                enabled,
                "WARNING",
                new Threshold("GREATER_THAN", 90, "DAYS"),
                List.of(new Matcher("CLUSTER_NAME", "STARTS_WITH", "orders")),
                List.of(new Notification("6721f0a4c2b1d83e5f9000f3", "GROUP", 0, 60, "GROUP_OWNER")));
    }

    private static long revision(int counter) {
        return Samples.EPOCH_ONE + counter;
    }
}
