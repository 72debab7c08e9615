package io.keyward.config.cluster;

import io.keyward.config.cluster.spec.ClusterSpec;

/**
 * How a cluster's shards are sized.
 *
 * @param autoScalingMode {@code CLUSTER_WIDE_SCALING} while all shards of each zone are alike, else {@code INDEPENDENT_SHARD_SCALING}
 */
record ScalingView(String autoScalingMode) {

    static ScalingView of(ClusterSpec spec) {
        return new ScalingView(spec.shardsAreAlike() ? "CLUSTER_WIDE_SCALING" : "INDEPENDENT_SHARD_SCALING");
    }
}
