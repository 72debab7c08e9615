package io.keyward.contracts;

import io.keyward.contracts.BackupEvent.Member;
import io.keyward.contracts.BackupEvent.PointInTime;
import io.keyward.contracts.BackupEvent.Restore;
import io.keyward.contracts.BackupEvent.Snapshot;
import io.keyward.contracts.BackupEvent.Target;
import io.keyward.contracts.BackupEvent.WrappingKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One snapshot and one restore job from it, through every state that they can have. */
final class BackupSamples {
    private static final String SNAPSHOT = "6721f0a4c2b1d83e5f900100";
    private static final String JOB = "6721f0a4c2b1d83e5f900200";
    private static final long SIZE = 5L << 30;
    private static final Actor DRIVER = new Actor(Actor.DRIVER, "6721f0a4c2b1d83e5f9000d2", "kwdriver", "192.0.2.40");
    private static final List<WrappingKey> KEYS =
            List.of(new WrappingKey("6721f0a4c2b1d83e5f9000f1", "AWS", Samples.KEY));

    private BackupSamples() {}

    static Map<String, Event> all() {
        return Map.of(
                "keyward.snapshot.requested.v1",
                new BackupEvent.SnapshotRequested(
                        SNAPSHOT, revision(1), at("08:30:00"), Samples.OWNER, snapshot(null, null)),
                "keyward.snapshot.taken.v1",
                new BackupEvent.SnapshotTaken(SNAPSHOT, revision(2), at("08:31:12.250"), DRIVER, snapshot(SIZE, null)),
                "keyward.snapshot.failed.v1",
                new BackupEvent.SnapshotFailed(
                        SNAPSHOT,
                        revision(2),
                        at("08:31:12.250"),
                        DRIVER,
                        snapshot(null, "The cluster stopped meanwhile.")),
                "keyward.snapshot.deleted.v1",
                new BackupEvent.SnapshotDeleted(
                        SNAPSHOT,
                        revision(3),
                        Instant.parse("2026-11-29T08:30:01Z"),
                        Actor.system("config-service"),
                        snapshot(SIZE, null)),
                "keyward.restore.requested.v1",
                new BackupEvent.RestoreRequested(JOB, revision(1), at("09:00:00"), Samples.OWNER, restore(1, null)),
                "keyward.restore.completed.v1",
                new BackupEvent.RestoreCompleted(JOB, revision(2), at("09:05:00"), DRIVER, restore(1, null)),
                "keyward.restore.failed.v1",
                new BackupEvent.RestoreFailed(
                        JOB,
                        revision(2),
                        at("09:05:00"),
                        DRIVER,
                        restore(1, "The key does not open the snapshot any more.")),
                "keyward.restore.cancelled.v1",
                new BackupEvent.RestoreCancelled(JOB, revision(2), at("09:02:00"), Samples.OWNER, restore(2, null)));
    }

    private static Snapshot snapshot(@Nullable Long size, @Nullable String message) {
        return new Snapshot(
                Samples.GROUP,
                Samples.CLUSTER,
                "orders-eu",
                "REPLICA_SET",
                List.of(new Member("6721f0a4c2b1d83e5f900101", "orders-eu-shard-0")),
                KEYS,
                revision(1),
                at("08:30:00"),
                Instant.parse("2026-11-29T08:30:00Z"),
                size,
                message);
    }

    private static Restore restore(int requestRevision, @Nullable String message) {
        return new Restore(
                Samples.GROUP,
                Samples.CLUSTER,
                "orders-eu",
                SNAPSHOT,
                KEYS,
                "POINT_IN_TIME",
                new Target(Samples.GROUP, "6721f0a4c2b1d83e5f9000c2", "orders-new"),
                new PointInTime(1795340700, 2),
                revision(requestRevision),
                at("09:00:00"),
                message);
    }

    private static long revision(int counter) {
        return Samples.EPOCH_ONE + counter;
    }

    private static Instant at(String time) {
        return Samples.at(time);
    }
}
