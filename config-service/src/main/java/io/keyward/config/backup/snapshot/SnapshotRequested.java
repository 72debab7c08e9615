package io.keyward.config.backup.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.backup.snapshot.store.SnapshotReportStore.Taken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as drivers see it.
 *
 * @param keys every project key that its data may be under; empty without customer key
 * @param requestRevision what a report has to name
 * @param status {@code QUEUED}, {@code IN_PROGRESS}, {@code COMPLETED} or {@code FAILED}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SnapshotRequested(
        String clusterId,
        String clusterName,
        @Nullable Instant expiresAt,
        String groupId,
        List<BackupKey> keys,
        String kind,
        List<Snapshot.Member> members,
        @Nullable String message,
        long requestRevision,
        Instant requestedAt,
        String snapshotId,
        String status,
        @Nullable Long storageSizeBytes) {

    static SnapshotRequested of(Snapshot snapshot) {
        return new SnapshotRequested(
                snapshot.clusterId(),
                snapshot.clusterName(),
                snapshot.expiresAt(),
                snapshot.groupId(),
                snapshot.keys(),
                snapshot.kind().name(),
                snapshot.members(),
                snapshot.message(),
                snapshot.requestRevision(),
                snapshot.requestedAt(),
                snapshot.id(),
                snapshot.status().name(),
                snapshot.storageSizeBytes());
    }

    /**
     * How a report was taken.
     *
     * @param outcome {@code ACCEPTED}; or {@code IGNORED_FINISHED}, {@code IGNORED_OLDER} or {@code IGNORED_UNKNOWN}, which changed nothing
     * @param explanation for people
     */
    public record Reply(String explanation, String outcome, SnapshotRequested snapshot) {

        static Reply of(Taken taken) {
            return new Reply(
                    taken.reception().explanation(), taken.reception().name(), SnapshotRequested.of(taken.snapshot()));
        }
    }
}
