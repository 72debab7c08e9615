package io.keyward.config.cluster.status;

import io.keyward.config.cluster.plan.Plan;
import io.keyward.config.cluster.spec.ClusterSpec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a cluster.
 *
 * @param deleting whether it is to be taken down, or is gone
 * @param paused whether a person paused it
 * @param plan what was asked and is not done; null when all is
 */
public record Intent(
        Instant created,
        ClusterSpec spec,
        boolean deleting,
        boolean paused,
        @Nullable Plan plan) {}
