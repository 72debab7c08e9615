package io.keyward.config.backup.driver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How snapshots and restores are carried out. */
@ConfigMapping(prefix = "keyward.backup")
public interface BackupConfig {

    /** Whether a request needs a driver's report to count as carried out. */
    @WithDefault("reported")
    Acknowledge acknowledge();

    /** How often expired snapshots are looked for; {@code off} for never. */
    @WithDefault("10s")
    String sweep();

    /** How long a replica keeps the expired snapshots that it took to delete. */
    @WithDefault("1m")
    Duration lease();

    /** Who says that a request was carried out. */
    enum Acknowledge {
        /** Every request counts as carried out when it is made. For trying things out: nothing is really saved. */
        AUTOMATIC,
        /** The driver that runs the databases, through the observed API. */
        REPORTED
    }
}
