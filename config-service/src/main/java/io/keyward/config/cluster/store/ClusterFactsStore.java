package io.keyward.config.cluster.store;

import io.keyward.config.backup.cluster.BackedUpClusters;
import io.keyward.config.backup.cluster.ClusterFacts;
import io.keyward.config.backup.cluster.ClusterFacts.Condition;
import io.keyward.config.cluster.enforcement.EnforcementStore;
import io.keyward.config.cluster.enforcement.Seen;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.Place;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what backups have to know of clusters. */
@ApplicationScoped
class ClusterFactsStore implements BackedUpClusters {
    private final EnforcementStore enforcement;
    private final ClusterColumns columns;

    ClusterFactsStore(EnforcementStore enforcement, ClusterColumns columns) {
        this.enforcement = enforcement;
        this.columns = columns;
    }

    @Override
    public Uni<Optional<ClusterFacts>> facts(String groupId, String name) {
        return Panache.withSession(() -> ClusterEntity.named(groupId, name)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : enforcement.seen(List.of(row.id)).map(seen -> Optional.of(facts(row, seen.get(row.id))))));
    }

    private ClusterFacts facts(ClusterEntity row, @Nullable Seen seen) {
        ClusterSpec spec = columns.spec(row);
        return new ClusterFacts(
                row.id,
                row.groupId,
                row.name,
                condition(row, seen == null ? Seen.nothing(row.createdAt) : seen),
                row.encryptionProvider,
                row.keyIds(),
                spec.backupEnabled(),
                spec.pitEnabled(),
                spec.places().stream()
                        .map(Place::cloud)
                        .findFirst()
                        .orElseThrow()
                        .name(),
                spec.mongoDBVersion(),
                !spec.clusterType().equals("REPLICASET"),
                spec.replicationSpecs().size());
    }

    private static Condition condition(ClusterEntity row, Seen seen) {
        if (row.phase.equals(ClusterEntity.DELETING)) {
            return Condition.LEAVING;
        }
        if (row.paused) {
            return Condition.PAUSED;
        }
        return switch (seen.phase()) {
            case STARTING, REMOVING, REMOVED -> Condition.STARTING;
            case RUNNING -> Condition.RUNNING;
            case STOP_REQUESTED, DEFERRED -> Condition.STOPPED_BY_KEY;
            case STOPPED -> seen.isStoppedByKey() ? Condition.STOPPED_BY_KEY : Condition.RESUMING;
            case RESUMING -> Condition.RESUMING;
        };
    }
}
