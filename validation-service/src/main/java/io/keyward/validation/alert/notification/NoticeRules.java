package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.configuration.AlertConfiguration.Severity;
import io.keyward.validation.alert.notification.Notice.Cluster;
import io.keyward.validation.alert.notification.Notice.Fact;
import io.keyward.validation.alert.notification.Notice.Project;
import io.keyward.validation.alert.rules.RecoveryRules.Fate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to say about an alert of a project. */
public final class NoticeRules {
    private static final String TRY_AGAIN =
            "Once the key works again, the clusters start by themselves: at once on \"Try Again\" (POST /api/keyward/v1/groups/%s/keyChecks), else at the next scheduled check. ";
    private static final String ANOTHER_NOTICE = "Another message will tell when it is over.";

    private NoticeRules() {}

    /**
     * It opened.
     *
     * @param project what people call it
     * @param severity what its configuration says; null when the type's own counts
     */
    public static Notice opened(Alert alert, String project, @Nullable Severity severity) {
        var words = NoticeWords.of(alert.type());
        var content = alert.content();
        return new Notice(
                alert.id(),
                Occasion.OPENED,
                severity == null ? words.severity() : severity,
                alert.type().name(),
                new Project(alert.groupId(), project),
                words.title(alert.subject(), content.clusters().size()),
                facts(alert),
                content.reason(),
                content.since(),
                null,
                content.deadline(),
                content.explanation(),
                content.remedy(),
                content.clusters().stream()
                        .map(cluster -> new Cluster(cluster.name(), null))
                        .toList(),
                content.clusters().isEmpty() ? null : words.clusters(),
                next(alert));
    }

    /**
     * It is over.
     *
     * @param fates what became of the clusters that were stopped; empty when none were
     */
    public static Notice recovered(Alert alert, String project, @Nullable Severity severity, List<Fate> fates) {
        var words = NoticeWords.of(alert.type());
        return new Notice(
                alert.id(),
                Occasion.RECOVERED,
                severity == null ? words.severity() : severity,
                alert.type().name(),
                new Project(alert.groupId(), project),
                words.title(alert.subject(), alert.content().clusters().size()),
                facts(alert),
                alert.content().reason(),
                alert.content().since(),
                ended(alert),
                null,
                Optional.ofNullable(alert.ending()).orElse("It is over."),
                null,
                fates.stream()
                        .map(fate -> new Cluster(fate.clusterName(), fate.outcome()))
                        .toList(),
                null,
                null);
    }

    private static List<Fact> facts(Alert alert) {
        var subject = alert.subject();
        var about =
                switch (subject.kind()) {
                    case KEY_USE -> new Fact("Key", subject.name());
                    case ENDPOINT -> new Fact("Private endpoint", subject.id());
                    case CLUSTER -> new Fact("Cluster", subject.name());
                };
        var region = subject.region();
        return region == null ? List.of(about) : List.of(about, new Fact("Region", region));
    }

    private static String next(Alert alert) {
        return switch (alert.type()) {
            case AWS_ENCRYPTION_KEY_INVALID, AZURE_ENCRYPTION_KEY_INVALID, GCP_ENCRYPTION_KEY_INVALID ->
                TRY_AGAIN.formatted(alert.groupId()) + "Another message will tell.";
            case AWS_ENCRYPTION_KEY_NEEDS_ROTATION,
                    AZURE_ENCRYPTION_KEY_NEEDS_ROTATION,
                    GCP_ENCRYPTION_KEY_NEEDS_ROTATION,
                    ENCRYPTION_AT_REST_KEY_EXPIRING,
                    ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID,
                    ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED,
                    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED,
                    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL,
                    ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED,
                    CLUSTER_STOP_NOT_OBSERVED -> ANOTHER_NOTICE;
        };
    }

    private static Instant ended(Alert alert) {
        var resolved = alert.resolvedAt();
        return resolved == null ? alert.updatedAt() : resolved;
    }
}
