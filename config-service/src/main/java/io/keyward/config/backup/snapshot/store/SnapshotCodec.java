package io.keyward.config.backup.snapshot.store;

import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.backup.snapshot.spec.Snapshot.Kind;
import io.keyward.config.backup.snapshot.spec.Snapshot.Status;
import java.util.List;

/** A snapshot between its row and its record. */
final class SnapshotCodec {
    private static final String BETWEEN = " ";

    private SnapshotCodec() {}

    static Snapshot read(SnapshotEntity row, List<BackupKey> keys) {
        return new Snapshot(
                row.id,
                row.groupId,
                row.clusterId,
                row.clusterName,
                Kind.valueOf(row.kind),
                List.of(row.members.split(BETWEEN)),
                row.cloudProvider,
                row.mongodVersion,
                row.description,
                Status.valueOf(row.status),
                row.requestedAt,
                row.finishedAt,
                row.expiresAt,
                row.storageSizeBytes,
                row.message,
                row.requestRevision,
                keys);
    }

    static String members(List<String> ids) {
        return String.join(BETWEEN, ids);
    }
}
