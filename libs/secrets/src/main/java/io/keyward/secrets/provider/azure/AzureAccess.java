package io.keyward.secrets.provider.azure;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How Azure is reached, and as whom.
 *
 * @param endpointOverride where all of it is; empty for its own hosts
 * @param application whom we sign in as; empty for the identity of the pod or machine
 * @param callTimeout of one request
 */
public record AzureAccess(Optional<URI> endpointOverride, Optional<Application> application, Duration callTimeout) {

    /** An application and its secret. */
    public record Application(String tenantId, String id, String secret) {

        /** Without a secret there is none; fails with an IllegalStateException that names the settings when there is nobody whose secret it is. */
        public static Optional<Application> of(
                Optional<String> tenantId, Optional<String> id, Optional<String> secret) {
            if (secret.isPresent() && (tenantId.isEmpty() || id.isEmpty())) {
                throw new IllegalStateException(
                        "keyward.secrets.azure.application-secret is set: set"
                                + " keyward.secrets.azure.tenant-id and keyward.secrets.azure.application-id, too, or leave it out.");
            }
            return secret.map(known -> new Application(tenantId.orElseThrow(), id.orElseThrow(), known));
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Application[" + id + "]";
        }
    }
}
