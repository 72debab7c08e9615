package io.keyward.config.backup;

import io.keyward.config.backup.cluster.ClusterFacts;
import io.keyward.config.backup.cluster.ClusterFacts.Condition;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.key.KeyStanding;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.backup.snapshot.spec.Snapshot.Kind;
import io.keyward.config.backup.snapshot.spec.Snapshot.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Clusters, keys and snapshots for tables: up, valid and completed unless said otherwise. */
public final class Facts {
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final String GROUP = "6721f0a4c2b1d83e5f9000a1";
    public static final BackupKey KEY = key("k1");
    public static final BackupKey OTHER = key("k2");

    private Facts() {}

    public static BackupKey key(String id) {
        return new BackupKey(id, "AWS", "arn:aws:kms:us-east-1:111122223333:key/" + id);
    }

    public static KeyStanding standing(BackupKey key, boolean valid) {
        return new KeyStanding(key, KeyStanding.State.CURRENT, "us-east-1", valid);
    }

    /** A replica set with backups and points in time, under the customer key of that provider. */
    public static ClusterFacts cluster(String name, Condition condition, String provider) {
        return cluster(GROUP, name, condition, provider, 1, true, true);
    }

    /** More than one shard make a sharded cluster. */
    public static ClusterFacts cluster(
            String groupId,
            String name,
            Condition condition,
            String provider,
            int shards,
            boolean backup,
            boolean pit) {
        List<String> keyIds = provider.equals("NONE") ? List.of() : List.of(KEY.keyId());
        return new ClusterFacts(
                "id-of-" + name,
                groupId,
                name,
                condition,
                provider,
                keyIds,
                backup,
                pit,
                "AWS",
                "8.0.0",
                shards > 1,
                shards);
    }

    /** Of the cluster {@code orders}, requested an hour ago and finished a minute later. */
    public static Snapshot snapshot(Status status, int shards, BackupKey... keys) {
        Instant requested = NOW.minusSeconds(3600);
        return new Snapshot(
                "s1",
                GROUP,
                "id-of-orders",
                "orders",
                shards > 1 ? Kind.SHARDED_CLUSTER : Kind.REPLICA_SET,
                Stream.iterate(1, i -> i + 1).limit(shards).map(i -> "m" + i).toList(),
                "AWS",
                "8.0.0",
                null,
                status,
                requested,
                status.isFinished() ? requested.plusSeconds(60) : null,
                NOW.plusSeconds(3600),
                null,
                null,
                7,
                List.of(keys));
    }
}
