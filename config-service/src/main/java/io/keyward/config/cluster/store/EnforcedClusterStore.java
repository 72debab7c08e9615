package io.keyward.config.cluster.store;

import io.keyward.config.cluster.enforcement.EnforcedClusters;
import io.keyward.config.cluster.key.AdmittedKeysStore;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** What becomes of clusters because of what their driver did. */
@ApplicationScoped
class EnforcedClusterStore implements EnforcedClusters {
    private final AdmittedKeysStore keys;
    private final ClusterEvents events;
    private final ClusterColumns columns;

    EnforcedClusterStore(AdmittedKeysStore keys, ClusterEvents events, ClusterColumns columns) {
        this.keys = keys;
        this.events = events;
        this.columns = columns;
    }

    @Override
    public Uni<Void> gone(String clusterId, Actor actor) {
        return ClusterEntity.<ClusterEntity>findById(clusterId)
                .chain(row -> row == null || !row.phase.equals(ClusterEntity.DELETING)
                        ? Uni.createFrom().voidItem()
                        : keys.lock(row.groupId).chain(() -> remove(row, actor)));
    }

    private Uni<Void> remove(ClusterEntity row, Actor actor) {
        boolean wasUnderKey = !row.keyIds.isEmpty();
        row.phase = ClusterEntity.DELETED;
        columns.plan(row, null);
        return events.deleted(row, actor)
                .chain(() -> row.flush())
                .chain(() -> wasUnderKey
                        ? keys.release(row.groupId, actor)
                        : Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Void> applied(String clusterId, long revision) {
        return ClusterEntity.<ClusterEntity>findById(clusterId)
                .chain(row -> row == null || row.plan == null || !isCarriedOut(row, revision)
                        ? Uni.createFrom().voidItem()
                        : keys.lock(row.groupId).chain(() -> settle(row)));
    }

    /** What was carried out after all that this database knows is not the plan: a restore has lost what it was. */
    private static boolean isCarriedOut(ClusterEntity row, long revision) {
        return revision >= row.askedRevision && (revision <= row.revision || revision == Long.MAX_VALUE);
    }

    /** What the cluster left is left now: keys that it is not wrapped by any more, and regions without a node of it. */
    private Uni<Void> settle(ClusterEntity row) {
        List<?> before = events.regions(row);
        columns.plan(row, null);
        boolean leavesKey = row.keepWantedKey(columns.spec(row).usesCustomerKey());
        if (!leavesKey && Objects.equals(before, events.regions(row))) {
            return Uni.createFrom().voidItem();
        }
        return events.settled(row).chain(() -> row.flush()).chain(() -> keys.release(row.groupId, ClusterEvents.SELF));
    }
}
