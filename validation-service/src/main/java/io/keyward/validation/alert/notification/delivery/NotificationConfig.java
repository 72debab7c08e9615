package io.keyward.validation.alert.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mails are sent. Where to, is the mailer's business: {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "keyward.notification")
public interface NotificationConfig {

    /** How often mails that are due are looked for; {@code off} for never. */
    @WithDefault("1s")
    String tick();

    /** The pause after a first failure, doubled after each further one. */
    @WithDefault("2s")
    Duration firstRetry();

    /** The longest pause between two attempts. */
    @WithDefault("5m")
    Duration longestRetry();

    /** A mail that could not be delivered for so long is given up. */
    @WithDefault("3d")
    Duration maxAge();

    /** An attempt that takes longer counts as failed. */
    @WithDefault("30s")
    Duration timeLimit();

    /** How long a replica that gave no sign of life keeps the mails it took. Longer than the time limit. */
    @WithDefault("2m")
    Duration lease();

    /** Most mails taken in one go. */
    @WithDefault("50")
    int batch();
}
