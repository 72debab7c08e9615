package io.keyward.config.backup.refusal;

import java.util.List;

/** Why something of a backup is not done as requested. Nothing changed in any case. */
public sealed interface BackupError {

    record ClusterNotFound(String name, String groupId) implements BackupError {}

    record SnapshotNotFound(String snapshotId, String clusterName) implements BackupError {}

    record JobNotFound(String jobId, String clusterName) implements BackupError {}

    /** @param why what is the matter with the cluster, and what to do about it; a sentence without its subject */
    record ClusterUnavailable(String name, String why) implements BackupError {}

    record BackupOff(String name) implements BackupError {}

    /** @param jobs that read the snapshot and are under way */
    record SnapshotInUse(String snapshotId, List<String> jobs) implements BackupError {}

    /** @param status as the API shows it */
    record NotCompleted(String snapshotId, String status) implements BackupError {}

    /**
     * A key without which the data cannot be read.
     *
     * @param what is under it, for example {@code The snapshot …}
     * @param key its full name at the provider
     */
    record KeyNotValid(String what, String key) implements BackupError {}

    /** @param wanted whose keys the target is under; {@code NONE} for nobody's */
    record ProviderDiffers(String what, String provider, String target, String wanted) implements BackupError {}

    /** Between projects, both keys have to be in the same region. */
    record RegionDiffers(String snapshotId, String region, String target, String wanted) implements BackupError {}

    record DownloadUnderKey(String snapshotId) implements BackupError {}

    record ShapeDiffers(String snapshotId, String target, String why) implements BackupError {}

    record PointInTimeOff(String name) implements BackupError {}

    record OutOfReach(long seconds, String why) implements BackupError {}

    record Missing(String path) implements BackupError {}

    /** The attribute does not go with the rest of the request. */
    record Surplus(String path, String why) implements BackupError {}

    record NotAllowed(String path, String value, List<String> allowed) implements BackupError {}

    /** @param status as people read it */
    record JobOver(String jobId, String status) implements BackupError {}

    /** What the request was judged by is not so any more. */
    record ChangedMeanwhile() implements BackupError {}
}
