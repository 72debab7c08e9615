package io.keyward.config.cluster.status;

import org.jspecify.annotations.Nullable;

/**
 * How a cluster reads from outside.
 *
 * @param stateName {@code CREATING}, {@code IDLE}, {@code UPDATING} or {@code DELETING}
 * @param paused once a person paused it, or once it was seen stopped: a stop by key that is merely asked for is never shown as done
 * @param customerKey present if and only if anything of the cluster is or is to be wrapped by a customer key
 */
public record ClusterStatus(
        String stateName, boolean paused, @Nullable CustomerKey customerKey) {}
