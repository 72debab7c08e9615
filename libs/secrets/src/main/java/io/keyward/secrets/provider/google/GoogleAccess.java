package io.keyward.secrets.provider.google;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How Google Cloud is reached, and as whom.
 *
 * @param endpointOverride where all of it is; empty for its own hosts
 * @param credentials key file of a service account; empty for the account of the pod or machine
 * @param callTimeout of one request
 */
public record GoogleAccess(Optional<URI> endpointOverride, Optional<String> credentials, Duration callTimeout) {

    /** Without the credentials. */
    @Override
    public String toString() {
        return "GoogleAccess[endpointOverride=" + endpointOverride + ", callTimeout=" + callTimeout + "]";
    }
}
