package io.keyward.config.cluster.enforcement;

import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;

/** Whoever owns clusters: told what became of them. Each call is in the caller's open transaction, and does nothing the second time. */
public interface EnforcedClusters {

    /** The cluster is gone. */
    Uni<Void> gone(String clusterId, Actor actor);

    /** The driver has carried out whole what the cluster's events told up to that revision. */
    Uni<Void> applied(String clusterId, long revision);
}
