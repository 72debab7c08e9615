package io.keyward.config.backup.restore.store;

import io.keyward.config.activity.Journal;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.restore.plan.RestoreJob;
import io.keyward.contracts.Actor;
import io.keyward.contracts.BackupEvent;
import io.keyward.contracts.BackupEvent.PointInTime;
import io.keyward.contracts.BackupEvent.Target;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Tells, in the caller's open transaction, what a restore job is now. Raises the row's revision. */
@ApplicationScoped
class RestoreEvents {
    private final Journal journal;
    private final Revisions revisions;
    private final RestoreJson json;
    private final Clock clock;

    RestoreEvents(Journal journal, Revisions revisions, RestoreJson json, Clock clock) {
        this.journal = journal;
        this.revisions = revisions;
        this.json = json;
        this.clock = clock;
    }

    /** Its status has changed. Asking for it, and cancelling it, is a request to the driver; being under way is not told. */
    Uni<Void> changed(RestoreEntity row, Actor actor) {
        return switch (row.status()) {
            case IN_PROGRESS -> Uni.createFrom().voidItem();
            case QUEUED, CANCELLED -> {
                row.requestRevision = revisions.next(row.revision);
                yield append(row, actor);
            }
            case COMPLETED, FAILED -> append(row, actor);
        };
    }

    private Uni<Void> append(RestoreEntity row, Actor actor) {
        row.revision = revisions.next(row.revision);
        Instant at = clock.instant();
        BackupEvent.Restore restore = restore(json.read(row));
        return journal.append(
                Topics.BACKUPS,
                switch (row.status()) {
                    case QUEUED, IN_PROGRESS ->
                        new BackupEvent.RestoreRequested(row.id, row.revision, at, actor, restore);
                    case COMPLETED -> new BackupEvent.RestoreCompleted(row.id, row.revision, at, actor, restore);
                    case FAILED -> new BackupEvent.RestoreFailed(row.id, row.revision, at, actor, restore);
                    case CANCELLED -> new BackupEvent.RestoreCancelled(row.id, row.revision, at, actor, restore);
                });
    }

    private static BackupEvent.Restore restore(RestoreJob job) {
        return new BackupEvent.Restore(
                job.groupId(),
                job.clusterId(),
                job.clusterName(),
                job.snapshotId(),
                job.keys().stream().map(BackupKey::wrappingKey).toList(),
                job.type().name(),
                Optional.ofNullable(job.target())
                        .map(target -> new Target(target.groupId(), target.clusterId(), target.clusterName()))
                        .orElse(null),
                Optional.ofNullable(job.seconds())
                        .map(seconds -> new PointInTime(seconds, job.increment()))
                        .orElse(null),
                job.requestRevision(),
                job.requestedAt(),
                job.message());
    }
}
