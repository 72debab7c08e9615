package io.keyward.config.backup.snapshot.store;

import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "snapshot")
class SnapshotEntity extends PanacheEntityBase {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Column(name = "cluster_id")
    String clusterId;

    @Column(name = "cluster_name")
    String clusterName;

    String kind;

    /** Ids of its parts, one per shard, with blanks between them. */
    String members;

    @Column(name = "cloud_provider")
    String cloudProvider;

    @Column(name = "mongod_version")
    String mongodVersion;

    @Nullable
    String description;

    String status;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    /** Whether it stays when its cluster goes. */
    boolean retained;

    @Column(name = "storage_size_bytes")
    @Nullable
    Long storageSizeBytes;

    @Nullable
    String message;

    @Column(name = "request_revision")
    long requestRevision;

    long revision;

    @Version
    int version;

    /** In the caller's open session; null when there is none. */
    static Uni<SnapshotEntity> ofCluster(String groupId, String clusterName, String id) {
        return find("id = ?1 and groupId = ?2 and clusterName = ?3", id, groupId, clusterName)
                .firstResult();
    }

    /** Those of a cluster that is or was, by its id. In the caller's open session. */
    static Uni<List<SnapshotEntity>> ofCluster(String clusterId) {
        return list("clusterId = ?1 order by requestedAt, id", clusterId);
    }

    boolean isFinished() {
        return Snapshot.Status.valueOf(status).isFinished();
    }
}
