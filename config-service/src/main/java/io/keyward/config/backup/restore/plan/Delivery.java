package io.keyward.config.backup.restore.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to become of a backup. */
public sealed interface Delivery {

    /** A cluster, which may be another project's. */
    record Target(String groupId, String clusterName) {}

    /** A snapshot replaces the data of a cluster. */
    record Automated(String snapshotId, Target into) implements Delivery {}

    /** A snapshot is made ready to be fetched. */
    record Download(String snapshotId) implements Delivery {}

    /**
     * The data of a cluster is replaced by what its source held at a point in time.
     *
     * @param snapshotId from which it is reached; the last one before it, when absent
     * @param seconds since 1970-01-01T00:00:00Z
     * @param increment number of the operation within that second; absent when the whole second is meant
     */
    record PointInTime(
            @Nullable String snapshotId,
            Target into,
            long seconds,
            @Nullable Integer increment) implements Delivery {}

    /** Its kind. */
    default Type type() {
        return switch (this) {
            case Automated automated -> Type.AUTOMATED;
            case Download download -> Type.DOWNLOAD;
            case PointInTime point -> Type.POINT_IN_TIME;
        };
    }

    /** The cluster whose data is replaced; empty for a download. */
    default Optional<Target> target() {
        return switch (this) {
            case Automated automated -> Optional.of(automated.into());
            case Download download -> Optional.empty();
            case PointInTime point -> Optional.of(point.into());
        };
    }

    /** The kinds as the API spells them. */
    enum Type {
        AUTOMATED("automated"),
        DOWNLOAD("download"),
        POINT_IN_TIME("pointInTime");

        private final String wire;

        Type(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }
}
