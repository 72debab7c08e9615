package io.keyward.config.backup.restore.store;

import io.keyward.config.backup.cluster.BackedUpClusters;
import io.keyward.config.backup.cluster.ClusterFacts;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.key.BackupKeys;
import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.refusal.BackupRefusals;
import io.keyward.config.backup.restore.plan.Delivery;
import io.keyward.config.backup.restore.plan.Delivery.Target;
import io.keyward.config.backup.restore.plan.RestoreRules;
import io.keyward.config.backup.restore.plan.RestoreSituation;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.backup.snapshot.store.SnapshotQueryStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up what a restore meets. Joins the caller's open transaction, if there is one. */
@ApplicationScoped
public class RestoreSituationStore {
    private static final String BUSY =
            "select id from restore_job where target_cluster_id = :cluster and finished_at is null limit 1";

    private final SnapshotQueryStore snapshots;
    private final BackedUpClusters clusters;
    private final BackupKeys keys;

    RestoreSituationStore(SnapshotQueryStore snapshots, BackedUpClusters clusters, BackupKeys keys) {
        this.snapshots = snapshots;
        this.clusters = clusters;
        this.keys = keys;
    }

    /** @param from the cluster that is named in the path */
    public Uni<RestoreSituation> find(Target from, Delivery delivery, Instant now) {
        return Panache.withSession(() -> clusters.facts(from.groupId(), from.clusterName())
                .chain(source -> snapshot(from, delivery, source)
                        .chain(snapshot -> complete(from, delivery, now, source.orElse(null), snapshot.orElse(null)))));
    }

    /** Fails with 404 when there is no such cluster. */
    public Uni<Void> requireCluster(Target from) {
        return clusters.facts(from.groupId(), from.clusterName())
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw BackupRefusals.of(new BackupError.ClusterNotFound(from.clusterName(), from.groupId()));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Optional<Snapshot>> snapshot(Target from, Delivery delivery, Optional<ClusterFacts> source) {
        return switch (delivery) {
            case Delivery.Automated(var id, var into) -> snapshots.find(from.groupId(), from.clusterName(), id);
            case Delivery.Download(var id) -> snapshots.find(from.groupId(), from.clusterName(), id);
            case Delivery.PointInTime(var id, var into, var seconds, var increment) ->
                id != null
                        ? snapshots.find(from.groupId(), from.clusterName(), id)
                        : source.map(cluster -> snapshots.lastCompleted(cluster.id(), RestoreRules.endOf(seconds)))
                                .orElse(Uni.createFrom().item(Optional.empty()));
        };
    }

    private Uni<RestoreSituation> complete(
            Target from, Delivery delivery, Instant now, @Nullable ClusterFacts source, @Nullable Snapshot snapshot) {
        List<String> sourceKeyIds = source == null ? List.of() : source.keyIds();
        return keys.named(from.groupId(), sourceKeyIds).chain(sourceKeys -> target(delivery)
                .chain(target -> target.isEmpty()
                        ? Uni.createFrom()
                                .item(new RestoreSituation(now, snapshot, source, sourceKeys, null, false, null))
                        : complete(now, snapshot, source, sourceKeys, target.get())));
    }

    private Uni<RestoreSituation> complete(
            Instant now,
            @Nullable Snapshot snapshot,
            @Nullable ClusterFacts source,
            List<BackupKey> sourceKeys,
            ClusterFacts target) {
        return isBusy(target.id()).chain(busy -> regionOf(target)
                .map(region ->
                        new RestoreSituation(now, snapshot, source, sourceKeys, target, busy, region.orElse(null))));
    }

    private Uni<Optional<ClusterFacts>> target(Delivery delivery) {
        return delivery.target()
                .map(into -> clusters.facts(into.groupId(), into.clusterName()))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private static Uni<Boolean> isBusy(String clusterId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BUSY, String.class)
                        .setParameter("cluster", clusterId)
                        .getResultList())
                .map(jobs -> !jobs.isEmpty());
    }

    private Uni<Optional<String>> regionOf(ClusterFacts target) {
        return target.keyIds().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : keys.region(target.groupId(), target.keyIds().getFirst());
    }
}
