package io.keyward.validation.alert.rules;

import java.util.Arrays;
import java.util.Optional;

/** What people are told of. The names are the {@code eventTypeName} of the alerts API: clients branch on them, and they are never renamed. */
public enum AlertType {
    /** The customer took a key away; the clusters that use it are stopped. Ends when it is no longer so. */
    AWS_ENCRYPTION_KEY_INVALID(Mailed.TO_OWNERS),
    /** A key cannot be used as it is configured; nothing is stopped. Ends when it can. */
    ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID(Mailed.TO_OWNERS),
    /** A key could not be checked for a while; nothing is stopped. Ends when it was. */
    ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED(Mailed.TO_OWNERS),
    /** A private endpoint could not be made, or was lost. Ends when it is active or gone. */
    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED(Mailed.TO_OWNERS),
    /** A cluster should stop, and nobody saw it stop. Ends when somebody did, or when it need not stop any more. */
    CLUSTER_STOP_NOT_OBSERVED(Mailed.NEVER);

    private final Mailed mailed;

    AlertType(Mailed mailed) {
        this.mailed = mailed;
    }

    /** Whether owners of the project get a mail when such an alert opens and when it is over. */
    public boolean isMailed() {
        return mailed == Mailed.TO_OWNERS;
    }

    /** The type of that name. */
    public static Optional<AlertType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    private enum Mailed {
        TO_OWNERS,
        /** The project's owners cannot do anything about it. */
        NEVER
    }
}
