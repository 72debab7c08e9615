package io.keyward.config.backup.restore;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.atlas.Link;
import io.keyward.config.backup.restore.plan.RestoreJob;
import io.keyward.config.backup.restore.plan.RestoreJob.Status;
import io.keyward.config.backup.restore.plan.RestoreJob.TargetCluster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A restore job as it is answered.
 *
 * @param deliveryUrl where a download is fetched; empty until its driver told, and when it can be fetched no more
 * @param finishedAt absent until then
 * @param snapshotId what is restored, or what a point in time is reached from
 * @param status which of its flags hold, in one word; ours
 * @param statusMessage what its driver said last, or why it failed; ours, absent when there is nothing to say
 * @param timestamp when the snapshot was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestoreView(
        boolean cancelled,
        Instant createdAt,
        String deliveryType,
        List<String> deliveryUrl,
        boolean expired,
        @Nullable Instant expiresAt,
        boolean failed,
        @Nullable Instant finishedAt,
        String id,
        List<Link> links,
        @Nullable Integer oplogInc,
        @Nullable Long oplogTs,
        @Nullable Long pointInTimeUTCSeconds,
        String snapshotId,
        String status,
        @Nullable String statusMessage,
        @Nullable String targetClusterName,
        @Nullable String targetGroupId,
        Instant timestamp) {

    static RestoreView of(RestoreJob job, Instant now, String self) {
        Optional<TargetCluster> target = Optional.ofNullable(job.target());
        boolean expired = job.isExpired(now);
        boolean byOperation = job.increment() != null;
        return new RestoreView(
                job.status() == Status.CANCELLED,
                job.requestedAt(),
                job.type().wire(),
                expired ? List.of() : job.deliveryUrls(),
                expired,
                job.expiresAt(),
                job.status() == Status.FAILED,
                job.finishedAt(),
                job.id(),
                List.of(new Link(self, "self")),
                job.increment(),
                byOperation ? job.seconds() : null,
                byOperation ? null : job.seconds(),
                job.snapshotId(),
                job.status().wire(),
                job.message(),
                target.map(TargetCluster::clusterName).orElse(null),
                target.map(TargetCluster::groupId).orElse(null),
                job.snapshotAt());
    }
}
