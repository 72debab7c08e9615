package io.keyward.config.backup.snapshot.store;

import io.keyward.config.backup.key.BackupKeys;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What becomes of snapshots when something becomes of their cluster, in the caller's open transaction, which holds the project's lock. */
@ApplicationScoped
public class ClusterSnapshotStore {
    private static final String CLUSTER_GONE = "The cluster was deleted before the snapshot was taken.";

    private final BackupKeys projectKeys;
    private final SnapshotKeyStore keys;
    private final SnapshotProgressStore progress;

    ClusterSnapshotStore(BackupKeys projectKeys, SnapshotKeyStore keys, SnapshotProgressStore progress) {
        this.projectKeys = projectKeys;
        this.keys = keys;
        this.progress = progress;
    }

    /** Whether the cluster's snapshots stay when it goes. */
    public Uni<Void> retain(String clusterId, boolean retain) {
        return SnapshotEntity.update("retained = ?1 where clusterId = ?2", retain, clusterId)
                .replaceWithVoid();
    }

    /** Ids of the snapshots that go with the cluster. */
    public Uni<List<String>> leaving(String clusterId) {
        return SnapshotEntity.ofCluster(clusterId).map(rows -> rows.stream()
                .filter(row -> !row.retained)
                .map(row -> row.id)
                .toList());
    }

    /** Deletes what goes with the cluster, and fails what stays and was not taken yet. */
    public Uni<Void> gone(String clusterId, Actor actor) {
        return SnapshotEntity.ofCluster(clusterId).chain(rows -> {
            Map<Boolean, List<SnapshotEntity>> retained =
                    rows.stream().collect(Collectors.partitioningBy(row -> row.retained, Collectors.toList()));
            return progress.remove(retained.getOrDefault(false, List.of()), actor)
                    .chain(() -> each(
                            retained.getOrDefault(true, List.of()).stream()
                                    .filter(row -> !row.isFinished())
                                    .toList(),
                            row -> progress.fail(row, CLUSTER_GONE, actor)));
        });
    }

    /** The snapshots that are being taken of the cluster may hold data under any of those keys. */
    public Uni<Void> under(String groupId, String clusterId, List<String> keyIds) {
        return SnapshotEntity.ofCluster(clusterId)
                .map(rows -> rows.stream().filter(row -> !row.isFinished()).toList())
                .chain(open -> open.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : projectKeys.named(groupId, keyIds).chain(more -> each(open, row -> keys.add(row.id, more))));
    }

    private static Uni<Void> each(List<SnapshotEntity> rows, Function<SnapshotEntity, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
