package io.keyward.config.backup.restore.plan;

import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.restore.plan.RestoreJob.Status;

/** What cancelling does to a restore job. */
public final class CancelRules {
    private CancelRules() {}

    /** What is to be done. */
    public sealed interface Cancellation {
        /** It is not carried out any more, or what was made ready is withdrawn. */
        record Cancel() implements Cancellation {}

        /** There is nothing left to cancel, and nobody is worse off. */
        record Nothing() implements Cancellation {}

        record Refused(BackupError error) implements Cancellation {}
    }

    /** A download that is ready can be withdrawn; data that was replaced cannot be put back. */
    public static Cancellation of(String jobId, Delivery.Type type, Status status) {
        return switch (status) {
            case QUEUED, IN_PROGRESS -> new Cancellation.Cancel();
            case CANCELLED -> new Cancellation.Nothing();
            case COMPLETED -> type == Delivery.Type.DOWNLOAD ? new Cancellation.Cancel() : refused(jobId, status);
            case FAILED -> type == Delivery.Type.DOWNLOAD ? new Cancellation.Nothing() : refused(jobId, status);
        };
    }

    private static Cancellation refused(String jobId, Status status) {
        return new Cancellation.Refused(new BackupError.JobOver(jobId, status.wire()));
    }
}
