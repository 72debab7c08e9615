package io.keyward.config.role.api;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** What customers are told to trust. */
@ConfigMapping(prefix = "keyward.role")
interface RoleConfig {
    /** Our AWS principal, for example {@code arn:aws:iam::999988887777:root}. Preset to {@code keyward.aws.account-arn}. */
    String accountArn();

    /** Our Entra application, a UUID, for which customers make service principals. Preset to {@code keyward.azure.application-id}; without it there are no Azure roles. */
    Optional<String> azureApplicationId();

    /**
     * The Google Cloud project in which our service accounts are: {@code p-} and 24 lower-case letters or digits. Without it there are no
     * Google roles.
     */
    Optional<String> gcpProject();

    /** How often the service accounts of new projects are looked after. Preset to five seconds. */
    Duration accountTick();
}
