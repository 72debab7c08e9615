package io.keyward.config.role.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** Body of POST and PATCH, for all clouds together: what is another cloud's is let be. What is ours to say is ignored. */
@JsonIgnoreProperties({
    "_id",
    "atlasAWSAccountArn",
    "atlasAssumedRoleExternalId",
    "authorized",
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
