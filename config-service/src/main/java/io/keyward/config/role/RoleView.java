package io.keyward.config.role;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role as it is answered; what is not known yet is an explicit null. */
record RoleView(
        String atlasAWSAccountArn,
        String atlasAssumedRoleExternalId,
        @Nullable Instant authorizedDate,
        Instant createdDate,
        List<FeatureUsage> featureUsages,
        @Nullable String iamAssumedRoleArn,
        String providerName,
        String roleId) {

    /** What the role is used for. The id is always null for encryption at rest: the project itself is meant. */
    record FeatureUsage(@Nullable Object featureId, String featureType) {
        static final FeatureUsage ENCRYPTION_AT_REST = new FeatureUsage(null, "ENCRYPTION_AT_REST");
    }

    /** All roles of a project, by cloud. */
    record Roles(List<RoleView> awsIamRoles, List<Object> azureServicePrincipals, List<Object> gcpServiceAccounts) {}

    static RoleView of(AwsRole role, boolean used, String accountArn) {
        return new RoleView(
                accountArn,
                role.externalId(),
                role.authorizedAt(),
                role.createdAt(),
                used ? List.of(FeatureUsage.ENCRYPTION_AT_REST) : List.of(),
                role.arn(),
                "AWS",
                role.id());
    }
}
