package io.keyward.config.backup.snapshot.spec;

import io.keyward.config.backup.cluster.ClusterFacts;
import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.refusal.BackupError.ClusterUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a snapshot can be taken, and how long it stays. */
public final class SnapshotRules {
    private SnapshotRules() {}

    /** What stands against a snapshot of the cluster. */
    public static Optional<BackupError> obstacle(ClusterFacts cluster) {
        return cluster.backupEnabled() ? unavailable(cluster) : Optional.of(new BackupError.BackupOff(cluster.name()));
    }

    /** Why a driver cannot get at the cluster's data at the moment. */
    public static Optional<BackupError> unavailable(ClusterFacts cluster) {
        String why =
                switch (cluster.condition()) {
                    case RUNNING -> "";
                    case STARTING -> "is not up yet";
                    case STOPPED_BY_KEY ->
                        "is stopped because its key is not valid. Make the key valid again; the cluster then resumes by itself";
                    case RESUMING -> "is being started again";
                    case PAUSED -> "is paused. Set its paused to false first";
                    case LEAVING -> "is being deleted";
                };
        return why.isEmpty() ? Optional.empty() : Optional.of(new ClusterUnavailable(cluster.name(), why));
    }

    /** @param retentionInDays from 1; without, it stays until it is deleted */
    public static @Nullable Instant expiry(Instant requestedAt, @Nullable Integer retentionInDays) {
        return retentionInDays == null ? null : requestedAt.plus(Duration.ofDays(retentionInDays));
    }
}
