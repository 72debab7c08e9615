package io.keyward.validation.alert.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people are told of. The names are the {@code eventTypeName} of the alerts API: clients branch on them, and they are never renamed. */
public enum AlertType {
    /** The customer took a key away; the clusters that use it are stopped. Ends when it is no longer so. */
    AWS_ENCRYPTION_KEY_INVALID(About.KEY_STATE),
    /** The same of a key of Azure Key Vault. */
    AZURE_ENCRYPTION_KEY_INVALID(About.KEY_STATE),
    /** The same of a key of Google Cloud. */
    GCP_ENCRYPTION_KEY_INVALID(About.KEY_STATE),
    /** A key has been a project's for longer than people want. Ends with another key. */
    AWS_ENCRYPTION_KEY_NEEDS_ROTATION(About.KEY_AGE),
    /** The same of a key of Azure Key Vault. */
    AZURE_ENCRYPTION_KEY_NEEDS_ROTATION(About.KEY_AGE),
    /** The same of a key of Google Cloud. */
    GCP_ENCRYPTION_KEY_NEEDS_ROTATION(About.KEY_AGE),
    /**
     * A key, what it is made of, or what opens it, ends on a day that is near; nothing is stopped before. Ends when that day is gone or far again, or has
     * come.
     */
    ENCRYPTION_AT_REST_KEY_EXPIRING(About.KEY_END),
    /** A key cannot be used as it is configured; nothing is stopped. Ends when it can. */
    ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID(About.CONFIGURATION),
    /** A key could not be checked for a while; nothing is stopped. Ends when it was. */
    ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED(About.CONFIGURATION),
    /** A private endpoint could not be made, or was lost. Ends when it, or what replaces it, is active, or when it is gone. */
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED(About.CONFIGURATION),
    /** A private endpoint has waited for the customer's approval for long. Ends when it waits no more. */
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL(About.CONFIGURATION),
    /** A cluster is stopped, because private networking cannot serve the several clouds that it is on. Ends when nothing stands against that any more. */
    ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED(About.CLOUDS),
    /** A cluster should stop, and nobody saw it stop. Ends when somebody did, or when it need not stop any more. */
    CLUSTER_STOP_NOT_OBSERVED(About.CLUSTER);

    private static final String INVALID = "_ENCRYPTION_KEY_INVALID";
    private static final String NEEDS_ROTATION = "_ENCRYPTION_KEY_NEEDS_ROTATION";

    private final About about;

    AlertType(About about) {
        this.about = about;
    }

    /** Whether what it tells of stops clusters, which are waited for before people are told that it is over. */
    public boolean stopsClusters() {
        return about == About.KEY_STATE || about == About.CLOUDS;
    }

    /** What the threshold of its configurations counts; null when they have none. */
    public @Nullable Measure measure() {
        return switch (about) {
            case KEY_AGE -> Measure.AGE_IN_DAYS;
            case KEY_END -> Measure.HOURS_LEFT;
            case KEY_STATE, CONFIGURATION, CLOUDS, CLUSTER -> null;
        };
    }

    /** Whether such an alert is about one cluster, by whose name configurations can be limited. */
    public boolean isAboutCluster() {
        return about == About.CLUSTER || about == About.CLOUDS;
    }

    /** Whether nobody in the project can do anything about it, so that a configuration need not tell anybody: whoever runs the installation looks. */
    public boolean isForOperators() {
        return about == About.CLUSTER;
    }

    /** The type of that name. */
    public static Optional<AlertType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** All names, for people. */
    public static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** That a key of the provider was taken away. */
    public static AlertType invalid(String provider) {
        return valueOf(provider + INVALID);
    }

    /** That a key of the provider has been in use for long. */
    public static AlertType needsRotation(String provider) {
        return valueOf(provider + NEEDS_ROTATION);
    }

    /** Of what every project is told, as long as it does not decide otherwise. */
    public static List<AlertType> defaults() {
        return List.of(
                AWS_ENCRYPTION_KEY_INVALID,
                ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID,
                ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED,
                ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED,
                ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL,
                ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED,
                CLUSTER_STOP_NOT_OBSERVED,
                ENCRYPTION_AT_REST_KEY_EXPIRING);
    }

    private enum About {
        KEY_STATE,
        KEY_AGE,
        KEY_END,
        CONFIGURATION,
        CLOUDS,
        CLUSTER
    }
}
