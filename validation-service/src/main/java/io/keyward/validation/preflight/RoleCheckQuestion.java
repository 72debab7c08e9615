package io.keyward.validation.preflight;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.keyward.validation.check.role.RoleRef;
import io.keyward.validation.check.role.RoleRef.AwsRole;
import io.keyward.validation.check.role.RoleRef.AzurePrincipal;
import io.keyward.validation.check.role.RoleRef.GoogleAccount;
import jakarta.validation.constraints.NotBlank;

/** The role in question. One without a provider is of AWS; one of a cloud that this version does not know is 400. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "provider", defaultImpl = RoleCheckQuestion.Aws.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = RoleCheckQuestion.Aws.class, name = "AWS"),
    @JsonSubTypes.Type(value = RoleCheckQuestion.Azure.class, name = "AZURE"),
    @JsonSubTypes.Type(value = RoleCheckQuestion.Google.class, name = "GCP")
})
public sealed interface RoleCheckQuestion {

    /** What is to be entered. */
    RoleRef toRole();

    /**
     * A role on AWS.
     *
     * @param externalId what its trust policy asks for
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Aws(
            @NotBlank String groupId,
            @NotBlank String roleArn,
            @NotBlank String externalId) implements RoleCheckQuestion {
        @Override
        public AwsRole toRole() {
            return new AwsRole(groupId, roleArn, externalId);
        }
    }

    /**
     * What our application is in a tenant of Azure's.
     *
     * @param servicePrincipalId its object id there
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Azure(
            @NotBlank String groupId,
            @NotBlank String tenantId,
            @NotBlank String servicePrincipalId) implements RoleCheckQuestion {
        @Override
        public AzurePrincipal toRole() {
            return new AzurePrincipal(groupId, tenantId, servicePrincipalId);
        }
    }

    /** A service account of ours on Google Cloud. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Google(@NotBlank String groupId, @NotBlank String serviceAccount) implements RoleCheckQuestion {
        @Override
        public GoogleAccount toRole() {
            return new GoogleAccount(groupId, serviceAccount);
        }
    }
}
