package io.keyward.config.backup.restore.plan;

import io.keyward.config.backup.key.BackupKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A restore that somebody asked for.
 *
 * @param groupId the project of the snapshot; so is {@code clusterName} that of the cluster it was taken of
 * @param snapshotId what is restored, or what a point in time is reached from
 * @param snapshotAt when that snapshot was asked for
 * @param target absent for a download
 * @param seconds the point in time; absent unless one is restored
 * @param increment absent when the whole second is meant
 * @param finishedAt when it was completed, failed or cancelled; absent until then
 * @param expiresAt until when a download can be fetched; absent when its driver did not say
 * @param deliveryUrls where a download is fetched; whoever has one needs nothing else
 * @param message what its driver said last, or why it failed
 * @param requestRevision what a driver's report has to name
 * @param keys every project key that has to be used to read it
 */
public record RestoreJob(
        String id,
        String groupId,
        String clusterId,
        String clusterName,
        String snapshotId,
        Instant snapshotAt,
        Delivery.Type type,
        @Nullable TargetCluster target,
        @Nullable Long seconds,
        @Nullable Integer increment,
        Status status,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt,
        List<String> deliveryUrls,
        @Nullable String message,
        long requestRevision,
        List<BackupKey> keys) {

    /** The cluster whose data it replaces. */
    public record TargetCluster(String groupId, String clusterId, String clusterName) {}

    /** How far its driver got with it. */
    public enum Status {
        QUEUED("queued"),
        IN_PROGRESS("inProgress"),
        COMPLETED("completed"),
        FAILED("failed"),
        CANCELLED("cancelled");

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
            return switch (this) {
                case QUEUED, IN_PROGRESS -> false;
                case COMPLETED, FAILED, CANCELLED -> true;
            };
        }
    }

    /** Whether a download cannot be fetched any more. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
