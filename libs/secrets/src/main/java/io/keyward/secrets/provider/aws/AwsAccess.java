package io.keyward.secrets.provider.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How AWS KMS is reached, and as whom.
 *
 * @param endpoint where KMS is; empty for its public endpoint
 * @param accessKeyId of static credentials; empty for the SDK's usual chain
 * @param secretAccessKey its secret; together with it or not at all
 * @param callTimeout of one call
 */
public record AwsAccess(
        Optional<URI> endpoint, Optional<String> accessKeyId, Optional<String> secretAccessKey, Duration callTimeout) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "AwsAccess[endpoint=" + endpoint + ", callTimeout=" + callTimeout + "]";
    }
}
