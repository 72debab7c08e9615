package io.keyward.config.backup.restore.plan;

import io.keyward.config.backup.cluster.ClusterFacts;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a restore meets.
 *
 * @param snapshot what is restored, or what a point in time is reached from; absent when there is none
 * @param source the cluster that the snapshot was taken of, when it is still there
 * @param sourceKeys the project keys that the source is under, the current one first
 * @param target the cluster whose data is to be replaced, when there is one of its name
 * @param targetBusy whether another restore to it is under way
 * @param targetKeyRegion where the target's current key is, as the cloud spells it; absent without customer key
 */
public record RestoreSituation(
        Instant now,
        @Nullable Snapshot snapshot,
        @Nullable ClusterFacts source,
        List<BackupKey> sourceKeys,
        @Nullable ClusterFacts target,
        boolean targetBusy,
        @Nullable String targetKeyRegion) {

    /** Every project key that has to be used to read what is restored. */
    public List<BackupKey> keysFor(Delivery delivery) {
        Stream<BackupKey> saved = snapshot == null ? Stream.empty() : snapshot.keys().stream();
        Stream<BackupKey> since =
                switch (delivery) {
                    case Delivery.PointInTime point -> sourceKeys.stream();
                    case Delivery.Automated automated -> Stream.empty();
                    case Delivery.Download download -> Stream.empty();
                };
        return Stream.concat(saved, since).distinct().toList();
    }
}
