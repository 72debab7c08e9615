package io.keyward.config.activity.entry;

import io.keyward.contracts.BackupEvent;
import io.keyward.contracts.BackupEvent.Restore;
import io.keyward.contracts.BackupEvent.Snapshot;
import io.keyward.contracts.BackupEvent.Target;
import java.util.List;

/**
 * What the log says of snapshots and of restores. A restore is in the log of the project whose cluster it replaces, and in that of the project
 * whose data it takes there.
 */
final class BackupEntryRules {
    private BackupEntryRules() {}

    static List<Finding> findings(BackupEvent event) {
        return switch (event) {
            case BackupEvent.SnapshotRequested e ->
                snapshot(e, e.snapshot(), EventType.CPS_SNAPSHOT_STARTED, "was asked for");
            case BackupEvent.SnapshotTaken e ->
                snapshot(e, e.snapshot(), EventType.CPS_SNAPSHOT_SUCCESSFUL, "was taken");
            case BackupEvent.SnapshotFailed e ->
                snapshot(e, e.snapshot(), EventType.CPS_SNAPSHOT_FAILED, "could not be taken");
            case BackupEvent.SnapshotDeleted e ->
                snapshot(e, e.snapshot(), EventType.CPS_SNAPSHOT_DELETED, "is erased");
            case BackupEvent.RestoreRequested e ->
                restore(e, e.restore(), EventType.CPS_RESTORE_REQUESTED, "was asked for");
            case BackupEvent.RestoreCompleted e -> restore(e, e.restore(), EventType.CPS_RESTORE_SUCCESSFUL, "is done");
            case BackupEvent.RestoreFailed e -> restore(e, e.restore(), EventType.CPS_RESTORE_FAILED, "failed");
            case BackupEvent.RestoreCancelled e ->
                restore(e, e.restore(), EventType.CPS_RESTORE_CANCELLED, "was cancelled");
            case BackupEvent.Unrecognized e -> List.of();
        };
    }

    private static List<Finding> snapshot(BackupEvent event, Snapshot snapshot, EventType type, String what) {
        return List.of(finding(
                event,
                new Target(snapshot.groupId(), snapshot.clusterId(), snapshot.clusterName()),
                type,
                "The snapshot %s of the cluster %s %s.".formatted(event.aggregateId(), snapshot.clusterName(), what)));
    }

    private static List<Finding> restore(BackupEvent event, Restore restore, EventType type, String what) {
        Target source = new Target(restore.groupId(), restore.clusterId(), restore.clusterName());
        Target target = restore.target() == null ? source : restore.target();
        String where = restore.target() == null ? "for download" : "to the cluster " + target.clusterName();
        boolean leaves = !target.groupId().equals(source.groupId());
        String detail = "The restore of the snapshot %s of the cluster %s %s%s %s."
                .formatted(
                        restore.snapshotId(),
                        restore.clusterName(),
                        where,
                        leaves ? " of the project " + target.groupId() : "",
                        what);
        Finding there = finding(event, target, type, detail);
        return leaves ? List.of(there, finding(event, source, type, detail)) : List.of(there);
    }

    /** Told again because something else of it changed, it is one occurrence: each thing happens to each of them once. */
    private static Finding finding(BackupEvent event, Target about, EventType type, String detail) {
        ActivityEntry entry = ActivityEntry.ofProject(about.groupId(), type, detail, event.actor(), event.occurredAt())
                .withCluster(about.clusterName());
        return new Finding(entry, List.of("backup %s %s %s".formatted(event.aggregateId(), type, about.groupId())));
    }
}
