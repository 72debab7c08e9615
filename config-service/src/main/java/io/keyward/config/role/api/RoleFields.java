package io.keyward.config.role.api;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What requests about roles have to say, and what is answered when they do not. */
final class RoleFields {
    private RoleFields() {}

    /** @param name of the attribute or part of the path that names the cloud */
    static Cloud cloud(String name, @Nullable String provider) {
        String allowed = Arrays.toString(Cloud.values());
        if (provider == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, name).withField(name, "must be one of " + allowed);
        }
        return Cloud.find(provider).orElseThrow(() -> Refusal.of(ErrorCode.INVALID_PROVIDER, provider)
                .withDetail(provider + " is not a cloud provider that can be used here. Allowed: " + allowed + "."));
    }

    /** The ARN of an IAM role. */
    static String arn(@Nullable String arn) {
        if (arn == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "iamAssumedRoleArn");
        }
        if (!RoleRules.isRoleArn(arn)) {
            String hint = RoleRules.isRoleId(arn)
                    ? " What was sent is the id of a role here, which belongs into the path."
                    : "";
            throw Refusal.of(ErrorCode.INVALID_ATTRIBUTE, "iamAssumedRoleArn")
                    .withDetail("iamAssumedRoleArn must be the ARN of an IAM role, such as"
                            + " arn:aws:iam::111122223333:role/name." + hint);
        }
        return arn;
    }

    /** An id of Azure's, in lower case as Azure writes it. */
    static String uuid(String name, @Nullable String id) {
        if (id == null || id.isBlank()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, name).withField(name, "must be a UUID");
        }
        if (!RoleRules.isUuid(id)) {
            throw Refusal.of(ErrorCode.INVALID_ATTRIBUTE, name)
                    .withDetail(name + " must be a UUID, such as 11111111-2222-3333-4444-555555555555.")
                    .withField(name, "must be a UUID");
        }
        return id.toLowerCase(Locale.ROOT);
    }
}
