package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of whatever backs clusters up, and what became of it. Topic {@link Topics#BACKUPS}, published by config-service, keyed by
 * snapshot or by restore job. A driver follows this topic, acts, and reports what it did. Where a download is to be fetched is told to
 * those who may fetch it, and never here.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = BackupEvent.Unrecognized.class)
@JsonSubTypes({
    @Type(value = BackupEvent.SnapshotRequested.class, name = "keyward.snapshot.requested.v1"),
    @Type(value = BackupEvent.SnapshotTaken.class, name = "keyward.snapshot.taken.v1"),
    @Type(value = BackupEvent.SnapshotFailed.class, name = "keyward.snapshot.failed.v1"),
    @Type(value = BackupEvent.SnapshotDeleted.class, name = "keyward.snapshot.deleted.v1"),
    @Type(value = BackupEvent.RestoreRequested.class, name = "keyward.restore.requested.v1"),
    @Type(value = BackupEvent.RestoreCompleted.class, name = "keyward.restore.completed.v1"),
    @Type(value = BackupEvent.RestoreFailed.class, name = "keyward.restore.failed.v1"),
    @Type(value = BackupEvent.RestoreCancelled.class, name = "keyward.restore.cancelled.v1")
})
public sealed interface BackupEvent extends Event {

    /** A snapshot of a cluster is to be taken. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SnapshotRequested(String snapshotId, long revision, Instant occurredAt, Actor actor, Snapshot snapshot)
            implements BackupEvent {
        @Override
        public String aggregateId() {
            return snapshotId;
        }
    }

    /** A snapshot was taken. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SnapshotTaken(String snapshotId, long revision, Instant occurredAt, Actor actor, Snapshot snapshot)
            implements BackupEvent {
        @Override
        public String aggregateId() {
            return snapshotId;
        }
    }

    /** A snapshot could not be taken. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SnapshotFailed(String snapshotId, long revision, Instant occurredAt, Actor actor, Snapshot snapshot)
            implements BackupEvent {
        @Override
        public String aggregateId() {
            return snapshotId;
        }
    }

    /** A snapshot is to be erased: it was deleted, it expired, or it went with its cluster. Nobody can restore it any more. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SnapshotDeleted(String snapshotId, long revision, Instant occurredAt, Actor actor, Snapshot snapshot)
            implements BackupEvent {
        @Override
        public String aggregateId() {
            return snapshotId;
        }
    }

    /** A snapshot or a point in time is to be restored. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RestoreRequested(String restoreJobId, long revision, Instant occurredAt, Actor actor, Restore restore)
            implements BackupEvent {
        @Override
        public String aggregateId() {
            return restoreJobId;
        }
    }

    /** What was to be restored was. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RestoreCompleted(String restoreJobId, long revision, Instant occurredAt, Actor actor, Restore restore)
            implements BackupEvent {
        @Override
        public String aggregateId() {
            return restoreJobId;
        }
    }

    /** It could not be restored. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RestoreFailed(String restoreJobId, long revision, Instant occurredAt, Actor actor, Restore restore)
            implements BackupEvent {
        @Override
        public String aggregateId() {
            return restoreJobId;
        }
    }

    /** It is not to be restored any more, or a download is withdrawn. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RestoreCancelled(String restoreJobId, long revision, Instant occurredAt, Actor actor, Restore restore)
            implements BackupEvent {
        @Override
        public String aggregateId() {
            return restoreJobId;
        }
    }

    /** Written by a newer producer. Consumers skip and count it; they never fail on it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unrecognized(long revision, Instant occurredAt, Actor actor) implements BackupEvent {
        @Override
        public String aggregateId() {
            throw new IllegalStateException("an unrecognized event has no aggregate");
        }
    }

    /**
     * A snapshot.
     *
     * @param kind {@code REPLICA_SET} or {@code SHARDED_CLUSTER}; readers tolerate others
     * @param members one part per shard, in their order
     * @param keys every project key that the data may be under, the one it is meant to be under first; empty without customer key
     * @param requestRevision revision of the request that is in force: what a driver's report must name
     * @param expiresAt when it is deleted by itself; absent when never
     * @param storageSizeBytes as far as its driver told
     * @param message what its driver said last
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            String groupId,
            String clusterId,
            String clusterName,
            String kind,
            List<Member> members,
            List<WrappingKey> keys,
            long requestRevision,
            Instant requestedAt,
            @Nullable Instant expiresAt,
            @Nullable Long storageSizeBytes,
            @Nullable String message) {}

    /**
     * What a snapshot has of one shard.
     *
     * @param id of that part alone
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Member(String id, String replicaSetName) {}

    /**
     * A project key under which data of a backup may be.
     *
     * @param provider {@code AWS}; readers tolerate others
     * @param key its full name at the provider
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record WrappingKey(String keyId, String provider, String key) {}

    /**
     * A restore job.
     *
     * @param groupId the project of the snapshot; so are {@code clusterId} and {@code clusterName} those of the cluster it was taken of
     * @param snapshotId what is restored, or what a point in time is reached from
     * @param keys every project key that has to be used to read it; empty without customer key
     * @param deliveryType {@code AUTOMATED}, {@code DOWNLOAD} or {@code POINT_IN_TIME}; readers tolerate others
     * @param target the cluster whose data is replaced; absent for a download
     * @param pointInTime up to where; absent unless a point in time is restored
     * @param requestRevision revision of the request that is in force: what a driver's report must name
     * @param message why it failed, or what its driver said last
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Restore(
            String groupId,
            String clusterId,
            String clusterName,
            String snapshotId,
            List<WrappingKey> keys,
            String deliveryType,
            @Nullable Target target,
            @Nullable PointInTime pointInTime,
            long requestRevision,
            Instant requestedAt,
            @Nullable String message) {}

    /** The cluster whose data a restore replaces; it may be another project's. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Target(String groupId, String clusterId, String clusterName) {}

    /**
     * A moment in the life of a cluster.
     *
     * @param seconds since 1970-01-01T00:00:00Z
     * @param increment number of the operation within that second; absent when the whole second is meant
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PointInTime(long seconds, @Nullable Integer increment) {}
}
