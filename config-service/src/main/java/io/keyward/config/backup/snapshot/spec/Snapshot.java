package io.keyward.config.backup.snapshot.spec;

import io.keyward.config.backup.cluster.ClusterFacts;
import io.keyward.config.backup.key.BackupKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a cluster.
 *
 * @param memberIds of its parts, one per shard, in their order
 * @param finishedAt when it was completed or failed; absent until then
 * @param expiresAt when it is deleted by itself; absent when never
 * @param storageSizeBytes as far as its driver told
 * @param message what its driver said last
 * @param requestRevision what a driver's report has to name
 * @param keys every project key that its data may be under, the one it is meant to be under first; empty without customer key
 */
public record Snapshot(
        String id,
        String groupId,
        String clusterId,
        String clusterName,
        Kind kind,
        List<String> memberIds,
        String cloudProvider,
        String mongodVersion,
        @Nullable String description,
        Status status,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt,
        @Nullable Long storageSizeBytes,
        @Nullable String message,
        long requestRevision,
        List<BackupKey> keys) {

    /** What it is a snapshot of. */
    public enum Kind {
        REPLICA_SET("replicaSet"),
        SHARDED_CLUSTER("shardedCluster");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        /** As the API spells it. */
        public String wire() {
            return wire;
        }

        public static Kind of(ClusterFacts cluster) {
            return cluster.sharded() ? SHARDED_CLUSTER : REPLICA_SET;
        }
    }

    /** How far its driver got with it. */
    public enum Status {
        QUEUED("queued"),
        IN_PROGRESS("inProgress"),
        COMPLETED("completed"),
        FAILED("failed");

        private final String wire;

        Status(String wire) {
            this.wire = wire;
        }

        /** As the API spells it. */
        public String wire() {
            return wire;
        }

        /** Whether nothing more is expected of the driver. */
        public boolean isFinished() {
            return this == COMPLETED || this == FAILED;
        }
    }

    /** What it has of one shard. */
    public record Member(String id, String replicaSetName) {}

    /** Its parts, one per shard. */
    public List<Member> members() {
        return IntStream.range(0, memberIds.size())
                .mapToObj(shard -> new Member(memberIds.get(shard), clusterName + "-shard-" + shard))
                .toList();
    }

    /** Whose customer keys its data may be under; {@code NONE} for nobody's. */
    public String encryptionProvider() {
        return keys.isEmpty() ? "NONE" : keys.getFirst().provider();
    }
}
