package io.keyward.config.backup.snapshot;

import io.keyward.access.Caller;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Paging;
import io.keyward.config.Slice;
import io.keyward.config.backup.cluster.BackedUpClusters;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.key.BackupKeys;
import io.keyward.config.backup.key.KeyStanding;
import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.refusal.BackupRefusals;
import io.keyward.config.backup.snapshot.spec.NewSnapshot;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.backup.snapshot.spec.Snapshot.Kind;
import io.keyward.config.backup.snapshot.store.SnapshotQueryStore;
import io.keyward.config.backup.snapshot.store.SnapshotStore;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes, finds and deletes snapshots, and says what became of their keys. */
@ApplicationScoped
class SnapshotService {
    private final SnapshotStore store;
    private final SnapshotQueryStore snapshots;
    private final BackedUpClusters clusters;
    private final BackupKeys keys;
    private final Clock clock;

    SnapshotService(
            SnapshotStore store,
            SnapshotQueryStore snapshots,
            BackedUpClusters clusters,
            BackupKeys keys,
            Clock clock) {
        this.store = store;
        this.snapshots = snapshots;
        this.clusters = clusters;
        this.keys = keys;
        this.clock = clock;
    }

    /** A snapshot, or several, with what became of each of their keys, by key id. */
    record Found<T>(T what, Map<String, KeyStanding> standing) {}

    /** Asks for a snapshot. Goes on when the caller hangs up; so does its deletion. */
    Uni<Found<Snapshot>> take(String groupId, String clusterName, SnapshotRequest request, Caller caller) {
        NewSnapshot wanted = new NewSnapshot(
                ObjectIds.next(),
                groupId,
                clusterName,
                request.description(),
                request.retentionInDays(),
                clock.instant());
        return Detached.run(() -> store.take(wanted, caller.actor()))
                .invoke(SnapshotService::refuse)
                .chain(() -> existing(groupId, clusterName, wanted.id()));
    }

    /** A snapshot of that kind. */
    Uni<Found<Snapshot>> get(String groupId, String clusterName, String id, Kind kind) {
        return existing(groupId, clusterName, id).invoke(found -> {
            if (found.what().kind() != kind) {
                throw BackupRefusals.of(new BackupError.SnapshotNotFound(id, clusterName));
            }
        });
    }

    /** One page of those of that kind, newest first. An unknown cluster is one that neither is nor left a snapshot. */
    Uni<Found<Slice<Snapshot>>> list(String groupId, String clusterName, Kind kind, Paging paging) {
        return snapshots
                .list(groupId, clusterName, kind, paging)
                .call(page -> page.total() > 0
                        ? Uni.createFrom().voidItem()
                        : clusters.facts(groupId, clusterName).invoke(cluster -> {
                            if (cluster.isEmpty()) {
                                throw BackupRefusals.of(new BackupError.ClusterNotFound(clusterName, groupId));
                            }
                        }))
                .chain(page -> standing(groupId, page.items()).map(standing -> new Found<>(page, standing)));
    }

    Uni<Void> delete(String groupId, String clusterName, String id, Caller caller) {
        return Detached.run(() -> store.delete(groupId, clusterName, id, caller.actor()))
                .invoke(SnapshotService::refuse)
                .replaceWithVoid();
    }

    private Uni<Found<Snapshot>> existing(String groupId, String clusterName, String id) {
        return snapshots
                .find(groupId, clusterName, id)
                .map(found ->
                        found.orElseThrow(() -> BackupRefusals.of(new BackupError.SnapshotNotFound(id, clusterName))))
                .chain(snapshot -> standing(groupId, List.of(snapshot)).map(known -> new Found<>(snapshot, known)));
    }

    private Uni<Map<String, KeyStanding>> standing(String groupId, List<Snapshot> all) {
        List<BackupKey> under =
                all.stream().flatMap(one -> one.keys().stream()).distinct().toList();
        return keys.standing(groupId, under);
    }

    private static void refuse(Optional<BackupError> error) {
        error.ifPresent(reason -> {
            throw BackupRefusals.of(reason);
        });
    }
}
