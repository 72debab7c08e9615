package io.keyward.config.backup.snapshot.store;

import io.keyward.config.activity.Journal;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.contracts.Actor;
import io.keyward.contracts.BackupEvent;
import io.keyward.contracts.BackupEvent.Member;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tells, in the caller's open transaction, what became of a snapshot. Raises the row's revision. */
@ApplicationScoped
class SnapshotEvents {
    private final Journal journal;
    private final Revisions revisions;
    private final Clock clock;

    SnapshotEvents(Journal journal, Revisions revisions, Clock clock) {
        this.journal = journal;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** It is to be taken: from now on this is the request in force. */
    Uni<Void> requested(SnapshotEntity row, List<BackupKey> keys, Actor actor) {
        Instant at = next(row);
        row.requestRevision = row.revision;
        return append(new BackupEvent.SnapshotRequested(row.id, row.revision, at, actor, snapshot(row, keys)));
    }

    /** It was completed or failed, as its row says. */
    Uni<Void> finished(SnapshotEntity row, List<BackupKey> keys, Actor actor) {
        Instant at = next(row);
        return append(
                row.status.equals(Snapshot.Status.COMPLETED.name())
                        ? new BackupEvent.SnapshotTaken(row.id, row.revision, at, actor, snapshot(row, keys))
                        : new BackupEvent.SnapshotFailed(row.id, row.revision, at, actor, snapshot(row, keys)));
    }

    Uni<Void> deleted(SnapshotEntity row, List<BackupKey> keys, Actor actor) {
        Instant at = next(row);
        return append(new BackupEvent.SnapshotDeleted(row.id, row.revision, at, actor, snapshot(row, keys)));
    }

    private Uni<Void> append(BackupEvent event) {
        return journal.append(Topics.BACKUPS, event);
    }

    private Instant next(SnapshotEntity row) {
        row.revision = revisions.next(row.revision);
        return clock.instant();
    }

    private static BackupEvent.Snapshot snapshot(SnapshotEntity row, List<BackupKey> keys) {
        Snapshot told = SnapshotCodec.read(row, keys);
        return new BackupEvent.Snapshot(
                told.groupId(),
                told.clusterId(),
                told.clusterName(),
                told.kind().name(),
                told.members().stream()
                        .map(member -> new Member(member.id(), member.replicaSetName()))
                        .toList(),
                keys.stream().map(BackupKey::wrappingKey).toList(),
                told.requestRevision(),
                told.requestedAt(),
                told.expiresAt(),
                told.storageSizeBytes(),
                told.message());
    }
}
