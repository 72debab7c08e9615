package io.keyward.config.cluster.store;

import io.keyward.config.backup.cluster.BackedUpClusters;
import io.keyward.config.backup.cluster.ClusterFacts;
import io.keyward.config.backup.cluster.ClusterFacts.Condition;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Answers what backups have to know of clusters. */
@ApplicationScoped
class ClusterFactsStore implements BackedUpClusters {
    private final ClusterQueryStore clusters;

    ClusterFactsStore(ClusterQueryStore clusters) {
        this.clusters = clusters;
    }

    @Override
    public Uni<Optional<ClusterFacts>> facts(String groupId, String name) {
        return Panache.withSession(() -> ClusterEntity.named(groupId, name)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : clusters.find(groupId, name)
                                .map(found -> found.map(cluster -> facts(cluster, row.keyIds())))));
    }

    private static ClusterFacts facts(Cluster cluster, List<String> keyIds) {
        ClusterSpec spec = cluster.spec();
        return new ClusterFacts(
                cluster.id(),
                cluster.groupId(),
                cluster.name(),
                condition(cluster),
                spec.encryptionAtRestProvider(),
                keyIds,
                spec.backupEnabled(),
                spec.pitEnabled(),
                spec.places().iterator().next().cloud().name(),
                spec.mongoDBMajorVersion() + ".0",
                !spec.clusterType().equals("REPLICASET"),
                spec.replicationSpecs().size());
    }

    private static Condition condition(Cluster cluster) {
        var status = cluster.status();
        var key = Optional.ofNullable(status.customerKey());
        if (cluster.deleting()) {
            return Condition.LEAVING;
        }
        if (key.filter(one -> one.reason() != null).isPresent()) {
            return Condition.STOPPED_BY_KEY;
        }
        if (key.filter(one -> one.state().equals("RESUMING")).isPresent()) {
            return Condition.RESUMING;
        }
        if (status.paused()) {
            return Condition.PAUSED;
        }
        return status.stateName().equals("CREATING") ? Condition.STARTING : Condition.RUNNING;
    }
}
