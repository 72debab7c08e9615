package io.keyward.config.role;

import io.smallrye.config.ConfigMapping;

/** What customers are told to trust. */
@ConfigMapping(prefix = "keyward.role")
interface RoleConfig {
    /** Our AWS principal, for example {@code arn:aws:iam::999988887777:root}. Preset to {@code keyward.aws.account-arn}. */
    String accountArn();
}
