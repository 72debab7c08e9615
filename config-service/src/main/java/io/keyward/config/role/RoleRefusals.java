package io.keyward.config.role;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import java.util.List;

/** What is said of roles that are not there, are of another cloud, or cannot be let go. */
public final class RoleRefusals {
    private RoleRefusals() {}

    /** There is no role of that id. An ARN is no id: the two are easily taken for each other. */
    public static Refusal notFound(String roleId) {
        Refusal refusal = Refusal.of(ErrorCode.CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND, roleId);
        return roleId.startsWith("arn:")
                ? refusal.withDetail(refusal.detail() + " This is an ARN: name the role by the id that"
                        + " cloudProviderAccess lists beside it, 24 characters out of 0-9 and a-f.")
                : refusal;
    }

    /** The role of that id is not of the cloud in whose path it was looked for. */
    static Refusal elsewhere(CloudRole role, Cloud cloud) {
        Refusal refusal = Refusal.of(ErrorCode.CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND, role.id());
        return refusal.withDetail("The cloud provider access role " + role.id() + " is of " + role.cloud() + ", not of "
                + cloud + ": look for it under cloudProviderAccess/" + role.cloud() + "/" + role.id() + ".");
    }

    /** The request names another cloud than the one that the role is of. */
    public static Refusal otherProvider(CloudRole role, Cloud named) {
        return Refusal.of(ErrorCode.INVALID_PROVIDER, named.name())
                .withDetail("The cloud provider access role " + role.id() + " is of " + role.cloud()
                        + " and stays so: providerName cannot be " + named + ". For another cloud create another role.")
                .withField("providerName", "must be " + role.cloud());
    }

    /** @param uses what it is used for, in words */
    static Refusal inUse(CloudRole role, List<String> uses) {
        ErrorCode code =
                switch (role.cloud()) {
                    case AWS -> ErrorCode.AWS_IAM_ROLE_IN_USE;
                    case AZURE -> ErrorCode.AZURE_SERVICE_PRINCIPAL_IN_USE;
                    case GCP -> ErrorCode.GCP_SERVICE_ACCOUNT_IN_USE;
                };
        return Refusal.of(
                code,
                "The cloud provider access role " + role.id() + " is used for encryption at rest. It opens: "
                        + String.join(", ", uses) + ".");
    }
}
