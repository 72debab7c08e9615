package io.keyward.clouds.aws;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * A session of an assumed role.
 *
 * @param credentials for the requests that are made as the role; secret
 * @param expiresAt from then on AWS refuses it
 * @param requestId of the AssumeRole call that it came from
 * @param cached whether it came from the cache, so that no call was made for it now
 */
public record RoleSession(
        String roleArn,
        AwsCredentialsProvider credentials,
        Instant expiresAt,
        @Nullable String requestId,
        boolean cached) {

    RoleSession fromCache() {
        return new RoleSession(roleArn, credentials, expiresAt, requestId, true);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "RoleSession[expiresAt=" + expiresAt + ", cached=" + cached + "]";
    }
}
