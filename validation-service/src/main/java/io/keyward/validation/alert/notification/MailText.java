package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.rules.Content.AffectedCluster;
import io.keyward.validation.alert.rules.RecoveryRules.Fate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says: plain text, short, with nothing secret in it.
 *
 * @param subject one line
 */
record MailText(String subject, String body) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST_SUBJECT = 255;

    /** @param project what people call it */
    static MailText opened(Alert alert, String project) {
        return of(
                alert,
                project,
                title(alert),
                List.of(
                        "Since: " + time(alert.content().since()),
                        about(alert) + alert.content().explanation(),
                        clusters(alert),
                        paragraph("What to do: ", alert.content().remedy()),
                        afterwards(alert)));
    }

    /**
     * @param project what people call it
     * @param fates what became of the clusters that were stopped; empty when none were
     */
    static MailText recovered(Alert alert, String project, List<Fate> fates) {
        return of(
                alert,
                project,
                "over: " + title(alert),
                List.of(
                        about(alert) + paragraph("", alert.ending()),
                        fates(fates),
                        "It began at " + time(alert.content().since()) + " and ended at " + time(ended(alert)) + "."));
    }

    private static MailText of(Alert alert, String project, String title, List<String> paragraphs) {
        var subject = "[Keyward] Project " + oneLine(project) + ": " + title;
        var body = "Project: " + oneLine(project) + " (" + alert.groupId() + ")\n\n"
                + paragraphs.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n"))
                + "\n\nAlert " + alert.id() + " (" + alert.type() + ")\n";
        return new MailText(subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length())), body);
    }

    private static String title(Alert alert) {
        int clusters = alert.content().clusters().size();
        return switch (alert.type()) {
            case AWS_ENCRYPTION_KEY_INVALID, AZURE_ENCRYPTION_KEY_INVALID, GCP_ENCRYPTION_KEY_INVALID ->
                clusters == 0
                        ? "encryption key taken away"
                        : "encryption key taken away, " + count(clusters) + " stopped";
            case AWS_ENCRYPTION_KEY_NEEDS_ROTATION,
                    AZURE_ENCRYPTION_KEY_NEEDS_ROTATION,
                    GCP_ENCRYPTION_KEY_NEEDS_ROTATION -> "encryption key should be replaced";
            case ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID -> "encryption key cannot be used as configured";
            case ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED -> "encryption key cannot be reached";
            case ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED ->
                "private endpoint in " + alert.subject().name() + " does not work";
            case ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL ->
                "private endpoint in " + alert.subject().name() + " waits for approval";
            case ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED ->
                "cluster " + alert.subject().name() + " is on several clouds and stopped";
            case CLUSTER_STOP_NOT_OBSERVED -> "cluster " + alert.subject().name() + " was not seen stopping";
        };
    }

    private static String about(Alert alert) {
        var region = alert.subject().region();
        return switch (alert.subject().kind()) {
            case KEY_USE -> "Key: " + alert.subject().name() + "\nRegion: " + region + reason(alert) + "\n\n";
            case ENDPOINT ->
                "Private endpoint: " + alert.subject().id() + "\nRegion: " + region + reason(alert) + "\n\n";
            case CLUSTER -> "Cluster: " + alert.subject().name() + "\n\n";
        };
    }

    private static String reason(Alert alert) {
        return paragraph("\nReason: ", alert.content().reason());
    }

    private static String clusters(Alert alert) {
        var clusters = alert.content().clusters();
        if (clusters.isEmpty()) {
            return "";
        }
        var fate =
                switch (alert.type()) {
                    case AWS_ENCRYPTION_KEY_INVALID, AZURE_ENCRYPTION_KEY_INVALID, GCP_ENCRYPTION_KEY_INVALID ->
                        "These clusters use the key and are stopped. They keep their data, which cannot be read or written meanwhile:";
                    case ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED ->
                        "These clusters use the key. They run on; a node that restarts now stays down until the key can be reached:";
                    case ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID -> "These clusters use the key. They run on:";
                    case ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED ->
                        "This cluster is stopped. It keeps its data, which cannot be read or written meanwhile:";
                    case AWS_ENCRYPTION_KEY_NEEDS_ROTATION,
                            AZURE_ENCRYPTION_KEY_NEEDS_ROTATION,
                            GCP_ENCRYPTION_KEY_NEEDS_ROTATION,
                            ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED,
                            ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL,
                            CLUSTER_STOP_NOT_OBSERVED -> "These clusters are concerned:";
                };
        return fate + "\n"
                + clusters.stream()
                        .map(AffectedCluster::name)
                        .map(name -> "  - " + name)
                        .collect(Collectors.joining("\n"));
    }

    private static String afterwards(Alert alert) {
        return switch (alert.type()) {
            case AWS_ENCRYPTION_KEY_INVALID, AZURE_ENCRYPTION_KEY_INVALID, GCP_ENCRYPTION_KEY_INVALID ->
                "Once the key works again, the clusters start by themselves: at once on \"Try Again\" (POST /api/keyward/v1/groups/"
                        + alert.groupId() + "/keyChecks), else at the next scheduled check. Another mail will tell.";
            case AWS_ENCRYPTION_KEY_NEEDS_ROTATION,
                    AZURE_ENCRYPTION_KEY_NEEDS_ROTATION,
                    GCP_ENCRYPTION_KEY_NEEDS_ROTATION,
                    ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID,
                    ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED,
                    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED,
                    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL,
                    ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED,
                    CLUSTER_STOP_NOT_OBSERVED -> "Another mail will tell when it is over.";
        };
    }

    private static String fates(List<Fate> fates) {
        return fates.stream()
                .map(fate -> "  - " + fate.clusterName() + " " + fate.outcome())
                .collect(Collectors.joining("\n"));
    }

    private static Instant ended(Alert alert) {
        var resolved = alert.resolvedAt();
        return resolved == null ? alert.updatedAt() : resolved;
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static String count(int clusters) {
        return clusters == 1 ? "1 cluster" : clusters + " clusters";
    }

    private static String paragraph(String before, @Nullable String text) {
        return text == null ? "" : before + text;
    }

    /** Nobody adds headers to our mails by the name of a project. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
