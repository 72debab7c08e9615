package io.keyward.config.role;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** Body of POST and PATCH. Only AWS is available here; the fields of other clouds are known so that they are refused by their provider.
 * What is ours to say is ignored. */
@JsonIgnoreProperties({
    "_id",
    "atlasAWSAccountArn",
    "atlasAssumedRoleExternalId",
    "authorizedDate",
    "createdDate",
    "featureUsages",
    "gcpServiceAccountForAtlas",
    "lastUpdatedDate",
    "roleId",
    "status"
})
record RoleRequest(
        @Nullable String providerName,
        @Nullable String iamAssumedRoleArn,
        @Nullable String tenantId,
        @Nullable String servicePrincipalId,
        @Nullable String atlasAzureAppId) {}
