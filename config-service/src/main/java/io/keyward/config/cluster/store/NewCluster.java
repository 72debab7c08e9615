package io.keyward.config.cluster.store;

import io.keyward.config.cluster.spec.ClusterSpec;
import java.time.Instant;

/** A cluster that is to be stored for the first time. */
public record NewCluster(String id, String groupId, String name, ClusterSpec spec, Instant createdAt) {}
