package io.keyward.config.backup.restore.store;

import io.keyward.config.backup.restore.plan.RestoreJob.Status;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "restore_job")
class RestoreEntity extends PanacheEntityBase {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Column(name = "cluster_id")
    String clusterId;

    @Column(name = "cluster_name")
    String clusterName;

    @Column(name = "snapshot_id")
    String snapshotId;

    @Column(name = "snapshot_at")
    Instant snapshotAt;

    @Column(name = "delivery_type")
    String deliveryType;

    @Column(name = "target_group_id")
    @Nullable
    String targetGroupId;

    @Column(name = "target_cluster_id")
    @Nullable
    String targetClusterId;

    @Column(name = "target_cluster_name")
    @Nullable
    String targetClusterName;

    @Column(name = "time_seconds")
    @Nullable
    Long seconds;

    @Column(name = "time_increment")
    @Nullable
    Integer increment;

    String keys;
    String status;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Column(name = "delivery_urls")
    String deliveryUrls;

    @Nullable
    String message;

    @Column(name = "request_revision")
    long requestRevision;

    long revision;

    @Version
    int version;

    /** In the caller's open session; null when there is none. */
    static Uni<RestoreEntity> ofCluster(String groupId, String clusterName, String id) {
        return find("id = ?1 and groupId = ?2 and clusterName = ?3", id, groupId, clusterName)
                .firstResult();
    }

    Status status() {
        return Status.valueOf(status);
    }
}
