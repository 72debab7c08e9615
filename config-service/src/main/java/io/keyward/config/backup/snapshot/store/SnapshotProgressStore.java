package io.keyward.config.backup.snapshot.store;

import io.keyward.config.backup.driver.Progress;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.snapshot.spec.Snapshot.Status;
import io.keyward.config.backup.snapshot.spec.SnapshotReport;
import io.keyward.config.encryption.RegionKeys;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What becomes of snapshots, each step with its event, in the caller's open transaction, which holds the project's lock. Former keys are let go
 * as soon as no snapshot needs them.
 */
@ApplicationScoped
class SnapshotProgressStore {
    private static final String READERS =
            "select id from restore_job where snapshot_id = :id and finished_at is null order by requested_at, id";

    private final SnapshotKeyStore keys;
    private final SnapshotEvents events;
    private final RegionKeys regionKeys;
    private final Clock clock;

    SnapshotProgressStore(SnapshotKeyStore keys, SnapshotEvents events, RegionKeys regionKeys, Clock clock) {
        this.keys = keys;
        this.events = events;
        this.regionKeys = regionKeys;
        this.clock = clock;
    }

    /** Records a new snapshot with the keys that its data may be under. */
    Uni<Void> request(SnapshotEntity row, List<BackupKey> under, Actor actor) {
        return events.requested(row, under, actor)
                .chain(() -> row.persistAndFlush())
                .chain(() -> keys.add(row.id, under));
    }

    /** Takes in what was done about the request in force of a snapshot that is not finished. */
    Uni<Void> advance(SnapshotEntity row, SnapshotReport report, Actor actor) {
        row.message = report.message();
        if (report.storageSizeBytes() != null) {
            row.storageSizeBytes = report.storageSizeBytes();
        }
        return switch (report.state()) {
            case IN_PROGRESS -> {
                row.status = Status.IN_PROGRESS.name();
                yield Uni.createFrom().voidItem();
            }
            case COMPLETED -> finish(row, Status.COMPLETED, actor).replaceWithVoid();
            case FAILED ->
                finish(row, Status.FAILED, actor).chain(under -> release(row.groupId, !under.isEmpty(), actor));
        };
    }

    private Uni<List<BackupKey>> finish(SnapshotEntity row, Status status, Actor actor) {
        row.status = status.name();
        row.finishedAt = clock.instant();
        return keys.of(row.id).call(under -> events.finished(row, under, actor)).call(() -> row.flush());
    }

    /** Fails a snapshot that is not finished, for a reason of ours. */
    Uni<Void> fail(SnapshotEntity row, String message, Actor actor) {
        return advance(row, new SnapshotReport(row.requestRevision, Progress.FAILED, message, null), actor);
    }

    /** Deletes snapshots of one project. */
    Uni<Void> remove(Collection<SnapshotEntity> rows, Actor actor) {
        return keys.of(rows.stream().map(row -> row.id).toList()).chain(under -> removeAll(rows, under, actor)
                .chain(() -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : release(rows.iterator().next().groupId, !under.isEmpty(), actor)));
    }

    private Uni<Void> removeAll(Collection<SnapshotEntity> rows, Map<String, List<BackupKey>> under, Actor actor) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> events.deleted(row, under.getOrDefault(row.id, List.of()), actor)
                        .chain(() -> SnapshotEntity.delete("id", row.id)))
                .collect()
                .last()
                .chain(() -> Panache.flush());
    }

    /** The restore jobs that read the snapshot and are under way. */
    Uni<List<String>> readers(String snapshotId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(READERS, String.class)
                .setParameter("id", snapshotId)
                .getResultList());
    }

    private Uni<Void> release(String groupId, boolean underKeys, Actor actor) {
        return underKeys ? regionKeys.release(groupId, actor) : Uni.createFrom().voidItem();
    }
}
