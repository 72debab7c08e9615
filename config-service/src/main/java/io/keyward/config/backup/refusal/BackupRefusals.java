package io.keyward.config.backup.refusal;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.util.List;

/** How each refusal of a backup is told on the wire. */
public final class BackupRefusals {
    private BackupRefusals() {}

    /** The refusal that answers the request. */
    public static Refusal of(BackupError error) {
        return switch (error) {
            case BackupError.ClusterNotFound(var name, var groupId) ->
                Refusal.of(ErrorCode.CLUSTER_NOT_FOUND, name, groupId);
            case BackupError.SnapshotNotFound(var id, var cluster) ->
                Refusal.of(ErrorCode.SNAPSHOT_NOT_FOUND, id, cluster);
            case BackupError.JobNotFound(var id, var cluster) ->
                Refusal.of(ErrorCode.RESTORE_JOB_NOT_FOUND, id, cluster);
            case BackupError.ClusterUnavailable(var name, var why) ->
                Refusal.of(ErrorCode.CLUSTER_UNAVAILABLE_FOR_BACKUP, name, why);
            case BackupError.BackupOff(var name) -> Refusal.of(ErrorCode.BACKUP_NOT_ENABLED, name);
            case BackupError.SnapshotInUse(var id, var jobs) ->
                Refusal.of(ErrorCode.SNAPSHOT_IN_USE, id, String.join(", ", jobs));
            case BackupError.NotCompleted(var id, var status) ->
                Refusal.of(ErrorCode.SNAPSHOT_NOT_COMPLETED, id, status);
            case BackupError.KeyNotValid(var what, var key) -> Refusal.of(ErrorCode.SNAPSHOT_KEY_NOT_VALID, what, key);
            case BackupError.ProviderDiffers differs -> mismatch(differs);
            case BackupError.RegionDiffers differs -> mismatch(differs);
            case BackupError.DownloadUnderKey(var id) ->
                Refusal.of(ErrorCode.CANNOT_DOWNLOAD_SNAPSHOT_WITH_ENCRYPTION, id);
            case BackupError.ShapeDiffers(var id, var target, var why) ->
                Refusal.of(ErrorCode.RESTORE_TARGET_NOT_SUITABLE, id, target, why);
            case BackupError.PointInTimeOff(var name) -> Refusal.of(ErrorCode.POINT_IN_TIME_RESTORE_NOT_ENABLED, name);
            case BackupError.OutOfReach(var seconds, var why) ->
                Refusal.of(ErrorCode.INVALID_POINT_IN_TIME, seconds, why);
            case BackupError.JobOver(var id, var status) -> Refusal.of(ErrorCode.RESTORE_JOB_FINISHED, id, status);
            case BackupError.ChangedMeanwhile() -> Refusal.of(ErrorCode.CONCURRENT_MODIFICATION);
            case BackupError.Missing(var path) ->
                Refusal.of(ErrorCode.MISSING_ATTRIBUTE, path).withField(path, "is required");
            case BackupError.Surplus(var path, var why) ->
                Refusal.of(ErrorCode.INVALID_ATTRIBUTE, path).withField(path, why);
            case BackupError.NotAllowed(var path, var value, var allowed) -> notAllowed(path, value, allowed);
        };
    }

    private static Refusal notAllowed(String path, String value, List<String> allowed) {
        String choice = "Allowed: " + String.join(", ", allowed) + ".";
        return Refusal.of(ErrorCode.INVALID_ENUM_VALUE, value, path)
                .withDetail(value + " is not one of the values that " + path + " takes. " + choice)
                .withField(path, choice);
    }

    private static Refusal mismatch(BackupError.ProviderDiffers differs) {
        return Refusal.of(ErrorCode.INVALID_SNAPSHOT_RESTORE_ENCRYPTION, differs.target())
                .withDetail(differs.what() + " is " + under(differs.provider()) + ", and the cluster "
                        + differs.target() + " is " + under(differs.wanted())
                        + ": restores go to clusters under keys of the same provider. Choose another cluster, or change"
                        + " its encryptionAtRestProvider first.");
    }

    private static Refusal mismatch(BackupError.RegionDiffers differs) {
        return Refusal.of(ErrorCode.INVALID_SNAPSHOT_RESTORE_ENCRYPTION, differs.target())
                .withDetail("The snapshot " + differs.snapshotId() + " is under a key in " + differs.region()
                        + ", and the cluster " + differs.target() + " of the other project under one in "
                        + differs.wanted() + ": between projects, both AWS keys have to be in the same region.");
    }

    private static String under(String provider) {
        return provider.equals("NONE") ? "under no customer key" : "under a customer key of " + provider;
    }
}
