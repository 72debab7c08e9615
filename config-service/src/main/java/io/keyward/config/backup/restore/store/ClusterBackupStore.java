package io.keyward.config.backup.restore.store;

import io.keyward.config.backup.cluster.ClusterBackups;
import io.keyward.config.backup.snapshot.store.ClusterSnapshotStore;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Carries out what becomes of backups when something becomes of their cluster. */
@ApplicationScoped
class ClusterBackupStore implements ClusterBackups {
    private static final String TARGET_GONE = "The cluster to restore to was deleted.";
    private static final String SNAPSHOT_GONE = "The snapshot was deleted together with its cluster.";

    private final ClusterSnapshotStore snapshots;
    private final RestoreProgressStore progress;

    ClusterBackupStore(ClusterSnapshotStore snapshots, RestoreProgressStore progress) {
        this.snapshots = snapshots;
        this.progress = progress;
    }

    @Override
    public Uni<Void> leaving(String clusterId, boolean retain) {
        return snapshots.retain(clusterId, retain);
    }

    @Override
    public Uni<Void> gone(String groupId, String clusterId, Actor actor) {
        return RestoreEntity.<RestoreEntity>list("targetClusterId = ?1 and finishedAt is null order by id", clusterId)
                .chain(jobs -> progress.failAll(jobs, TARGET_GONE, actor))
                .chain(() -> snapshots.leaving(clusterId))
                .chain(ids -> readersOf(ids))
                .chain(jobs -> progress.failAll(jobs, SNAPSHOT_GONE, actor))
                .chain(() -> snapshots.gone(clusterId, actor));
    }

    @Override
    public Uni<Void> keysChanged(String groupId, String clusterId, List<String> keyIds) {
        return snapshots.under(groupId, clusterId, keyIds);
    }

    private static Uni<List<RestoreEntity>> readersOf(List<String> snapshotIds) {
        return snapshotIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : RestoreEntity.list("snapshotId in ?1 and finishedAt is null order by id", snapshotIds);
    }
}
