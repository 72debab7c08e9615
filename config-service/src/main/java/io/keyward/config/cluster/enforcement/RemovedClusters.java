package io.keyward.config.cluster.enforcement;

import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;

/** Whoever owns clusters: told when one was seen gone. */
public interface RemovedClusters {

    /** The cluster is gone; in the caller's open transaction. Does nothing the second time. */
    Uni<Void> gone(String clusterId, Actor actor);
}
