package io.keyward.config.backup.restore.plan;

import io.keyward.config.backup.cluster.ClusterFacts;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.key.KeyStanding;
import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.refusal.BackupError.OutOfReach;
import io.keyward.config.backup.restore.plan.Delivery.Target;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands against a restore. */
public final class RestoreRules {
    private static final long MILLIS_OF_A_SECOND = 999;

    private RestoreRules() {}

    /** The end of a second: what was there within it counts. */
    public static Instant endOf(long second) {
        return Instant.ofEpochSecond(second).plusMillis(MILLIS_OF_A_SECOND);
    }

    /**
     * The first obstacle, in the order in which people can do something about them.
     *
     * @param from the cluster that is named in the path
     * @param standing of every key that {@link RestoreSituation#keysFor} names; one without a standing means that things changed meanwhile
     */
    public static Optional<BackupError> obstacle(
            Target from, Delivery delivery, RestoreSituation found, Map<String, KeyStanding> standing) {
        return first(
                () -> pointInTime(from, delivery, found),
                () -> unreadable(from, delivery, found),
                () -> download(delivery, found),
                () -> delivery.target()
                        .flatMap(target -> TargetRules.obstacle(from, target, delivery, found, standing)),
                () -> keyNotValid(delivery, found, standing));
    }

    private static Optional<BackupError> pointInTime(Target from, Delivery delivery, RestoreSituation found) {
        return switch (delivery) {
            case Delivery.Automated automated -> Optional.empty();
            case Delivery.Download download -> Optional.empty();
            case Delivery.PointInTime point -> pointInTime(from, point, found.source(), found);
        };
    }

    private static Optional<BackupError> pointInTime(
            Target from, Delivery.PointInTime point, @Nullable ClusterFacts source, RestoreSituation found) {
        if (source == null) {
            return Optional.of(new BackupError.ClusterNotFound(from.clusterName(), from.groupId()));
        }
        if (!source.pitEnabled()) {
            return Optional.of(new BackupError.PointInTimeOff(source.name()));
        }
        if (Instant.ofEpochSecond(point.seconds()).isAfter(found.now())) {
            return Optional.of(new OutOfReach(point.seconds(), "it lies in the future"));
        }
        Snapshot base = found.snapshot();
        if (base == null) {
            return point.snapshotId() == null
                    ? Optional.of(new OutOfReach(point.seconds(), "no snapshot of the cluster was completed by then"))
                    : Optional.empty();
        }
        return base.clusterId().equals(source.id()) && isBefore(base, point.seconds())
                ? Optional.empty()
                : Optional.of(new OutOfReach(
                        point.seconds(), "the snapshot " + base.id() + " of this cluster was not completed by then"));
    }

    private static boolean isBefore(Snapshot base, long second) {
        Instant finished = base.finishedAt();
        return finished != null && !finished.isAfter(endOf(second));
    }

    private static Optional<BackupError> unreadable(Target from, Delivery delivery, RestoreSituation found) {
        Snapshot snapshot = found.snapshot();
        if (snapshot == null || isExpired(snapshot, found.now())) {
            return Optional.of(new BackupError.SnapshotNotFound(idOf(delivery, snapshot), from.clusterName()));
        }
        return snapshot.status() == Snapshot.Status.COMPLETED
                ? Optional.empty()
                : Optional.of(new BackupError.NotCompleted(
                        snapshot.id(), snapshot.status().wire()));
    }

    private static boolean isExpired(Snapshot snapshot, Instant now) {
        return snapshot.expiresAt() != null && !snapshot.expiresAt().isAfter(now);
    }

    private static String idOf(Delivery delivery, @Nullable Snapshot snapshot) {
        return switch (delivery) {
            case Delivery.Automated automated -> automated.snapshotId();
            case Delivery.Download download -> download.snapshotId();
            case Delivery.PointInTime point -> snapshot == null ? String.valueOf(point.snapshotId()) : snapshot.id();
        };
    }

    private static Optional<BackupError> download(Delivery delivery, RestoreSituation found) {
        return delivery.type() == Delivery.Type.DOWNLOAD
                        && found.snapshot() != null
                        && !found.snapshot().keys().isEmpty()
                ? Optional.of(new BackupError.DownloadUnderKey(found.snapshot().id()))
                : Optional.empty();
    }

    private static Optional<BackupError> keyNotValid(
            Delivery delivery, RestoreSituation found, Map<String, KeyStanding> standing) {
        return found.keysFor(delivery).stream()
                .flatMap(key -> keyNotValid(key, found.snapshot(), standing.get(key.keyId())).stream())
                .findFirst();
    }

    private static Optional<BackupError> keyNotValid(
            BackupKey key, @Nullable Snapshot snapshot, @Nullable KeyStanding known) {
        if (known == null) {
            return Optional.of(new BackupError.ChangedMeanwhile());
        }
        String what = snapshot != null && snapshot.keys().contains(key)
                ? "The snapshot " + snapshot.id()
                : "What the cluster wrote since the snapshot";
        return known.valid() ? Optional.empty() : Optional.of(new BackupError.KeyNotValid(what, key.name()));
    }

    @SafeVarargs
    static Optional<BackupError> first(Supplier<Optional<BackupError>>... checks) {
        return Stream.of(checks).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }
}
