package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Subject;
import io.keyward.validation.alert.configuration.AlertConfiguration.Severity;

/**
 * What every alert of one type says.
 *
 * @param severity how bad it is, unless a configuration knows better
 * @param title one line; {@code {name}} stands for the subject's name, {@code {count}} for the number of clusters
 * @param clusters what the clusters that it lists have in common
 */
record NoticeWords(Severity severity, String title, String clusters) {
    private static final String STOPPED = "{count} stopped";

    /** By type. */
    static NoticeWords of(AlertType type) {
        return switch (type) {
            case AWS_ENCRYPTION_KEY_INVALID, AZURE_ENCRYPTION_KEY_INVALID, GCP_ENCRYPTION_KEY_INVALID ->
                new NoticeWords(
                        Severity.CRITICAL,
                        "encryption key taken away, " + STOPPED,
                        "These clusters use the key and are stopped. They keep their data, which cannot be read or written meanwhile:");
            case AWS_ENCRYPTION_KEY_NEEDS_ROTATION,
                    AZURE_ENCRYPTION_KEY_NEEDS_ROTATION,
                    GCP_ENCRYPTION_KEY_NEEDS_ROTATION -> warning("encryption key should be replaced");
            case ENCRYPTION_AT_REST_KEY_EXPIRING ->
                new NoticeWords(
                        Severity.ERROR,
                        "encryption key ends soon",
                        "These clusters use the key. They stop when it ends:");
            case ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID ->
                new NoticeWords(
                        Severity.ERROR,
                        "encryption key cannot be used as configured",
                        "These clusters use the key. They run on:");
            case ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED ->
                new NoticeWords(
                        Severity.ERROR,
                        "encryption key cannot be reached",
                        "These clusters use the key. They run on; a node that restarts now stays down until the key can be reached:");
            case ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED -> error("private endpoint in {name} does not work");
            case ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL ->
                warning("private endpoint in {name} waits for approval");
            case ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED ->
                new NoticeWords(
                        Severity.CRITICAL,
                        "cluster {name} is on several clouds and stopped",
                        "This cluster is stopped. It keeps its data, which cannot be read or written meanwhile:");
            case CLUSTER_STOP_NOT_OBSERVED -> error("cluster {name} was not seen stopping");
        };
    }

    /** The title of one alert. */
    String title(Subject subject, int clusters) {
        var counted = clusters == 0
                ? title.replace(", " + STOPPED, "")
                : title.replace("{count}", clusters == 1 ? "1 cluster" : clusters + " clusters");
        return counted.replace("{name}", subject.name());
    }

    private static NoticeWords warning(String title) {
        return new NoticeWords(Severity.WARNING, title, "These clusters are concerned:");
    }

    private static NoticeWords error(String title) {
        return new NoticeWords(Severity.ERROR, title, "These clusters are concerned:");
    }
}
