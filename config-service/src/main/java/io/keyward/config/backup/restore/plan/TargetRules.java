package io.keyward.config.backup.restore.plan;

import io.keyward.config.backup.cluster.ClusterFacts;
import io.keyward.config.backup.key.KeyStanding;
import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.refusal.BackupError.ClusterUnavailable;
import io.keyward.config.backup.refusal.BackupError.ProviderDiffers;
import io.keyward.config.backup.restore.plan.Delivery.Target;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.backup.snapshot.spec.Snapshot.Kind;
import io.keyward.config.backup.snapshot.spec.SnapshotRules;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a cluster cannot be what a backup is restored to. */
final class TargetRules {
    private TargetRules() {}

    /** @param from the cluster that is named in the path */
    static Optional<BackupError> obstacle(
            Target from, Target wanted, Delivery delivery, RestoreSituation found, Map<String, KeyStanding> standing) {
        ClusterFacts target = found.target();
        Snapshot snapshot = found.snapshot();
        if (target == null || snapshot == null) {
            return Optional.of(new BackupError.ClusterNotFound(wanted.clusterName(), wanted.groupId()));
        }
        return RestoreRules.first(
                () -> SnapshotRules.unavailable(target),
                () -> found.targetBusy()
                        ? Optional.of(new ClusterUnavailable(target.name(), "is being restored to already"))
                        : Optional.empty(),
                () -> shape(snapshot, target),
                () -> provider(snapshot, delivery, found.source(), target),
                () -> region(from, snapshot, found, standing));
    }

    private static Optional<BackupError> shape(Snapshot snapshot, ClusterFacts target) {
        if (snapshot.kind() != Kind.of(target)) {
            return Optional.of(new BackupError.ShapeDiffers(
                    snapshot.id(), target.name(), "one is a replica set, the other a sharded cluster"));
        }
        int shards = snapshot.memberIds().size();
        return shards == target.shards()
                ? Optional.empty()
                : Optional.of(new BackupError.ShapeDiffers(
                        snapshot.id(),
                        target.name(),
                        "the snapshot has " + shards + " shards, the cluster " + target.shards()));
    }

    private static Optional<BackupError> provider(
            Snapshot snapshot, Delivery delivery, @Nullable ClusterFacts source, ClusterFacts target) {
        if (!snapshot.encryptionProvider().equals(target.encryptionProvider())) {
            return Optional.of(new ProviderDiffers(
                    "The snapshot " + snapshot.id(),
                    snapshot.encryptionProvider(),
                    target.name(),
                    target.encryptionProvider()));
        }
        return delivery.type() != Delivery.Type.POINT_IN_TIME
                        || source == null
                        || source.encryptionProvider().equals(target.encryptionProvider())
                ? Optional.empty()
                : Optional.of(new ProviderDiffers(
                        "What the cluster " + source.name() + " wrote since",
                        source.encryptionProvider(),
                        target.name(),
                        target.encryptionProvider()));
    }

    private static Optional<BackupError> region(
            Target from, Snapshot snapshot, RestoreSituation found, Map<String, KeyStanding> standing) {
        ClusterFacts target = found.target();
        String wanted = found.targetKeyRegion();
        if (target == null || wanted == null || target.groupId().equals(from.groupId())) {
            return Optional.empty();
        }
        return snapshot.keys().stream()
                .filter(key -> key.provider().equals("AWS"))
                .flatMap(key -> Stream.ofNullable(standing.get(key.keyId())))
                .flatMap(key -> Stream.ofNullable(key.region()))
                .filter(region -> !region.equals(wanted))
                .findFirst()
                .map(region -> new BackupError.RegionDiffers(snapshot.id(), region, target.name(), wanted));
    }
}
