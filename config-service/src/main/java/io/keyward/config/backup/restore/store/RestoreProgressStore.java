package io.keyward.config.backup.restore.store;

import io.keyward.config.backup.restore.plan.Delivery;
import io.keyward.config.backup.restore.plan.Delivery.PointInTime;
import io.keyward.config.backup.restore.plan.RestoreJob.Status;
import io.keyward.config.backup.restore.plan.RestoreReport;
import io.keyward.config.backup.restore.plan.RestoreSituation;
import io.keyward.config.backup.restore.store.RestoreStore.NewJob;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What becomes of restore jobs, each step with its event, in the caller's open transaction, which holds the project's lock. */
@ApplicationScoped
class RestoreProgressStore {
    private final RestoreEvents events;
    private final RestoreJson json;
    private final Clock clock;

    RestoreProgressStore(RestoreEvents events, RestoreJson json, Clock clock) {
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** A new job's row, not stored yet. */
    RestoreEntity row(NewJob job, RestoreSituation found) {
        var snapshot = Objects.requireNonNull(found.snapshot());
        RestoreEntity row = new RestoreEntity();
        row.id = job.id();
        row.groupId = job.from().groupId();
        row.clusterId = snapshot.clusterId();
        row.clusterName = job.from().clusterName();
        row.snapshotId = snapshot.id();
        row.snapshotAt = snapshot.requestedAt();
        row.deliveryType = job.delivery().type().name();
        row.requestedAt = job.requestedAt();
        row.deliveryUrls = json.write(List.of());
        row.keys = json.write(found.keysFor(job.delivery()));
        var target = found.target();
        if (target != null) {
            row.targetGroupId = target.groupId();
            row.targetClusterId = target.id();
            row.targetClusterName = target.name();
        }
        if (job.delivery() instanceof PointInTime point) {
            row.seconds = point.seconds();
            row.increment = point.increment();
        }
        return row;
    }

    /** Enters a status, and tells of it. */
    Uni<Void> enter(RestoreEntity row, Status status, Actor actor) {
        row.status = status.name();
        row.finishedAt = status.isFinished() ? clock.instant() : null;
        return events.changed(row, actor);
    }

    /** Takes in what was done about the request in force of a job that is not finished. */
    Uni<Void> advance(RestoreEntity row, RestoreReport report, Actor actor) {
        row.message = report.message();
        if (Delivery.Type.valueOf(row.deliveryType) == Delivery.Type.DOWNLOAD && report.deliveryUrl() != null) {
            row.deliveryUrls = json.write(report.deliveryUrl());
            row.expiresAt = report.expiresAt();
        }
        return switch (report.state()) {
            case IN_PROGRESS -> enter(row, Status.IN_PROGRESS, actor);
            case COMPLETED -> enter(row, Status.COMPLETED, actor);
            case FAILED -> enter(row, Status.FAILED, actor);
        };
    }

    /** Nothing is to be carried out any more, and nothing to be fetched. */
    Uni<Void> cancel(RestoreEntity row, Actor actor) {
        row.deliveryUrls = json.write(List.of());
        return enter(row, Status.CANCELLED, actor);
    }

    /** Fails those of the jobs that are not finished, for a reason of ours. */
    Uni<Void> failAll(Collection<RestoreEntity> rows, String message, Actor actor) {
        return Multi.createFrom()
                .iterable(rows)
                .filter(row -> !row.status().isFinished())
                .onItem()
                .transformToUniAndConcatenate(row -> {
                    row.message = message;
                    return enter(row, Status.FAILED, actor);
                })
                .collect()
                .last()
                .replaceWithVoid();
    }
}
