package io.keyward.config.backup.cluster;

import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What becomes of a cluster's backups when something becomes of the cluster. Called in the transaction that records it, under the project's lock. */
public interface ClusterBackups {

    /**
     * The cluster is to be taken down.
     *
     * @param retain whether its snapshots stay, found by the cluster's name; else they go with it
     */
    Uni<Void> leaving(String clusterId, boolean retain);

    /** The cluster is gone, and with it the snapshots that do not stay. What was under way from them, or to the cluster, has failed. */
    Uni<Void> gone(String groupId, String clusterId, Actor actor);

    /**
     * The project keys of the cluster are others: a snapshot that is being taken may hold data under any of them.
     *
     * @param keyIds under which anything of the cluster is or is to be wrapped from now on
     */
    Uni<Void> keysChanged(String groupId, String clusterId, List<String> keyIds);
}
