package io.keyward.config.role;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Body of POST and PATCH. Only AWS is available here; the fields of other clouds are known so that they are refused by their provider. */
record RoleRequest(
        @Nullable String providerName,
        @Nullable String iamAssumedRoleArn,
        @Nullable String tenantId,
        @Nullable String servicePrincipalId,
        @Nullable String atlasAzureAppId,
        @Nullable Object roleId,
        @JsonProperty("_id") @Nullable Object id,
        @Nullable Object atlasAWSAccountArn,
        @Nullable Object atlasAssumedRoleExternalId,
        @Nullable Object authorizedDate,
        @Nullable Object createdDate,
        @Nullable Object lastUpdatedDate,
        @Nullable Object featureUsages,
        @Nullable Object gcpServiceAccountForAtlas,
        @Nullable Object status) {}
