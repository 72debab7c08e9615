package io.keyward.config.role.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.AzurePrincipal;
import io.keyward.config.role.CloudRole;
import io.keyward.config.role.GcpAccount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role as it is answered, in the shape of its cloud; what is not known yet is an explicit null. */
sealed interface RoleView {

    /** What the role is used for. The id is always null for encryption at rest: the project itself is meant. */
    record FeatureUsage(@Nullable Object featureId, String featureType) {
        static final FeatureUsage ENCRYPTION_AT_REST = new FeatureUsage(null, "ENCRYPTION_AT_REST");
    }

    /**
     * A role in an AWS account.
     *
     * @param authorized whether it was proved that it lets us in
     */
    record Aws(
            String atlasAWSAccountArn,
            String atlasAssumedRoleExternalId,
            boolean authorized,
            @Nullable Instant authorizedDate,
            Instant createdDate,
            List<FeatureUsage> featureUsages,
            @Nullable String iamAssumedRoleArn,
            String providerName,
            String roleId)
            implements RoleView {}

    /**
     * A service principal.
     *
     * @param authorized whether it was proved that it lets us in
     */
    record Azure(
            @JsonProperty("_id") String id,
            String atlasAzureAppId,
            boolean authorized,
            Instant createdDate,
            List<FeatureUsage> featureUsages,
            Instant lastUpdatedDate,
            String providerName,
            String servicePrincipalId,
            String tenantId)
            implements RoleView {}

    /**
     * A service account.
     *
     * @param authorized whether it was proved that a customer let it in: by the first key that was opened with it
     * @param status {@code IN_PROGRESS} or {@code COMPLETE}
     */
    record Gcp(
            boolean authorized,
            Instant createdDate,
            List<FeatureUsage> featureUsages,
            String gcpServiceAccountForAtlas,
            String providerName,
            String roleId,
            String status)
            implements RoleView {}

    /** All roles of a project, by cloud. */
    record Roles(List<RoleView> awsIamRoles, List<RoleView> azureServicePrincipals, List<RoleView> gcpServiceAccounts) {
        static Roles of(List<RoleView> all) {
            return new Roles(of(all, Aws.class), of(all, Azure.class), of(all, Gcp.class));
        }

        private static List<RoleView> of(List<RoleView> all, Class<? extends RoleView> shape) {
            return all.stream().filter(shape::isInstance).toList();
        }
    }

    static RoleView of(CloudRole role, boolean used, String accountArn) {
        List<FeatureUsage> usages = used ? List.of(FeatureUsage.ENCRYPTION_AT_REST) : List.of();
        String cloud = role.cloud().name();
        return switch (role) {
            case AwsRole aws ->
                new Aws(
                        accountArn,
                        aws.externalId(),
                        aws.authorizedArn().isPresent(),
                        aws.authorizedAt(),
                        aws.createdAt(),
                        usages,
                        aws.arn(),
                        cloud,
                        aws.id());
            case AzurePrincipal azure ->
                new Azure(
                        azure.id(),
                        azure.applicationId(),
                        azure.isAuthorized(),
                        azure.createdAt(),
                        usages,
                        azure.updatedAt(),
                        cloud,
                        azure.servicePrincipalId(),
                        azure.tenantId());
            case GcpAccount google ->
                new Gcp(
                        used,
                        google.createdAt(),
                        usages,
                        google.email(),
                        cloud,
                        google.id(),
                        google.ready() ? "COMPLETE" : "IN_PROGRESS");
        };
    }
}
