package io.keyward.config.cluster.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long plans of clusters may take. */
@ConfigMapping(prefix = "keyward.cluster")
public interface ClusterConfig {

    /** How long new nodes wait for the customer's KMS to let them in before their plan is undone. */
    @WithDefault("P3D")
    Duration rollbackAfter();

    /** How often plans are looked for whose time is over; {@code off} for never. */
    @WithDefault("30s")
    String rollbackSweep();

    /** For how long a replica has a plan for itself to undo it. */
    @WithDefault("1m")
    Duration rollbackLease();

    /** How long a cluster that a person resumed runs at least before it can be paused again. */
    @WithDefault("60m")
    Duration pauseAgainAfter();
}
