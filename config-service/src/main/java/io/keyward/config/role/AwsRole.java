package io.keyward.config.role;

import io.keyward.atlas.region.Cloud;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A role in a customer's AWS account.
 *
 * @param id our id of it: what {@code awsKms.roleId} names
 * @param externalId what its trust policy has to ask for; unique in the project, not secret
 * @param arn its ARN, absent until it was authorised
 * @param authorizedAt when it was last proved that it can be assumed under that ARN
 * @param version counts its changes
 */
public record AwsRole(
        String id,
        String groupId,
        String externalId,
        @Nullable String arn,
        @Nullable Instant authorizedAt,
        Instant createdAt,
        int version)
        implements CloudRole {

    @Override
    public Cloud cloud() {
        return Cloud.AWS;
    }

    /** The ARN, if the role is authorised. */
    public Optional<String> authorizedArn() {
        return Optional.ofNullable(arn);
    }

    /** The same role, proved to let us in under that ARN. */
    public AwsRole authorized(String newArn, Instant at) {
        return new AwsRole(id, groupId, externalId, newArn, at, createdAt, version);
    }
}
