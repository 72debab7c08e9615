package io.keyward.config.backup.snapshot.store;

import io.keyward.atlas.ObjectIds;
import io.keyward.config.backup.cluster.BackedUpClusters;
import io.keyward.config.backup.cluster.ClusterFacts;
import io.keyward.config.backup.driver.BackupConfig;
import io.keyward.config.backup.driver.BackupConfig.Acknowledge;
import io.keyward.config.backup.driver.Progress;
import io.keyward.config.backup.key.BackupKeys;
import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.snapshot.spec.NewSnapshot;
import io.keyward.config.backup.snapshot.spec.Snapshot.Kind;
import io.keyward.config.backup.snapshot.spec.Snapshot.Status;
import io.keyward.config.backup.snapshot.spec.SnapshotReport;
import io.keyward.config.backup.snapshot.spec.SnapshotRules;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes and deletes snapshots. Holds the project's lock, so that the keys a snapshot is recorded with are those of its cluster at commit. */
@ApplicationScoped
public class SnapshotStore {
    private static final Actor SELF = Actor.system("config-service");

    private final ProjectStore projects;
    private final BackedUpClusters clusters;
    private final BackupKeys keys;
    private final SnapshotProgressStore progress;
    private final BackupConfig config;

    SnapshotStore(
            ProjectStore projects,
            BackedUpClusters clusters,
            BackupKeys keys,
            SnapshotProgressStore progress,
            BackupConfig config) {
        this.projects = projects;
        this.clusters = clusters;
        this.keys = keys;
        this.progress = progress;
        this.config = config;
    }

    /** Asks for a snapshot, with its event; answers why not, if something stands in the way. */
    public Uni<Optional<BackupError>> take(NewSnapshot wanted, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(wanted.groupId())
                .chain(() -> clusters.facts(wanted.groupId(), wanted.clusterName()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom()
                                .item(Optional.of(
                                        new BackupError.ClusterNotFound(wanted.clusterName(), wanted.groupId())))
                        : take(wanted, found.get(), actor)));
    }

    private Uni<Optional<BackupError>> take(NewSnapshot wanted, ClusterFacts cluster, Actor actor) {
        Optional<BackupError> obstacle = SnapshotRules.obstacle(cluster);
        if (obstacle.isPresent()) {
            return Uni.createFrom().item(obstacle);
        }
        SnapshotEntity row = row(wanted, cluster);
        return keys.named(cluster.groupId(), cluster.keyIds())
                .chain(under -> progress.request(row, under, actor))
                .chain(() -> config.acknowledge() == Acknowledge.AUTOMATIC
                        ? progress.advance(
                                row, new SnapshotReport(row.requestRevision, Progress.COMPLETED, null, null), SELF)
                        : Uni.createFrom().voidItem())
                .replaceWith(Optional.empty());
    }

    private static SnapshotEntity row(NewSnapshot wanted, ClusterFacts cluster) {
        SnapshotEntity row = new SnapshotEntity();
        row.id = wanted.id();
        row.groupId = cluster.groupId();
        row.clusterId = cluster.id();
        row.clusterName = cluster.name();
        row.kind = Kind.of(cluster).name();
        row.members = SnapshotCodec.members(
                Stream.generate(ObjectIds::next).limit(cluster.shards()).toList());
        row.cloudProvider = cluster.cloudProvider();
        row.mongodVersion = cluster.mongodVersion();
        row.description = wanted.description();
        row.status = Status.QUEUED.name();
        row.requestedAt = wanted.requestedAt();
        row.expiresAt = SnapshotRules.expiry(wanted.requestedAt(), wanted.retentionInDays());
        return row;
    }

    /** Deletes a snapshot of any kind, with its event, and lets go of keys that nothing else is under; answers why not, if something stands in the way. */
    public Uni<Optional<BackupError>> delete(String groupId, String clusterName, String id, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(groupId)
                .chain(() -> SnapshotEntity.ofCluster(groupId, clusterName, id))
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.of(new BackupError.SnapshotNotFound(id, clusterName)))
                        : delete(row, actor)));
    }

    private Uni<Optional<BackupError>> delete(SnapshotEntity row, Actor actor) {
        return progress.readers(row.id)
                .chain(jobs -> jobs.isEmpty()
                        ? progress.remove(List.of(row), actor).replaceWith(Optional.empty())
                        : Uni.createFrom().item(Optional.of(new BackupError.SnapshotInUse(row.id, jobs))));
    }
}
