package io.keyward.config.backup.restore;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.restore.plan.RestoreJob;
import io.keyward.config.backup.restore.plan.RestoreJob.TargetCluster;
import io.keyward.config.backup.restore.store.RestoreReportStore.Taken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A restore job as drivers see it.
 *
 * @param deliveryType {@code AUTOMATED}, {@code DOWNLOAD} or {@code POINT_IN_TIME}
 * @param increment number of the operation within the second of a point in time; absent when the whole second is meant
 * @param keys every project key that has to be used to read it; empty without customer key
 * @param requestRevision what a report has to name
 * @param seconds the point in time, since 1970; absent unless one is restored
 * @param status {@code QUEUED}, {@code IN_PROGRESS}, {@code COMPLETED}, {@code FAILED} or {@code CANCELLED}
 * @param target the cluster whose data is replaced; absent for a download
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestoreRequested(
        String clusterId,
        String clusterName,
        String deliveryType,
        String groupId,
        @Nullable Integer increment,
        List<BackupKey> keys,
        @Nullable String message,
        long requestRevision,
        Instant requestedAt,
        String restoreJobId,
        @Nullable Long seconds,
        String snapshotId,
        String status,
        @Nullable TargetCluster target) {

    static RestoreRequested of(RestoreJob job) {
        return new RestoreRequested(
                job.clusterId(),
                job.clusterName(),
                job.type().name(),
                job.groupId(),
                job.increment(),
                job.keys(),
                job.message(),
                job.requestRevision(),
                job.requestedAt(),
                job.id(),
                job.seconds(),
                job.snapshotId(),
                job.status().name(),
                job.target());
    }

    /**
     * How a report was taken.
     *
     * @param outcome {@code ACCEPTED}; or {@code IGNORED_FINISHED}, {@code IGNORED_OLDER} or {@code IGNORED_UNKNOWN}, which changed nothing
     * @param explanation for people
     */
    public record Reply(String explanation, String outcome, RestoreRequested restoreJob) {

        static Reply of(Taken taken) {
            return new Reply(
                    taken.reception().explanation(), taken.reception().name(), RestoreRequested.of(taken.job()));
        }
    }
}
