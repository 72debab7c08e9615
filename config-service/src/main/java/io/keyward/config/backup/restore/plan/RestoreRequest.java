package io.keyward.config.backup.restore.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST. What is ours to say is ignored.
 *
 * @param deliveryType {@code automated}, {@code download} or {@code pointInTime}
 * @param targetGroupId the snapshot's own project when absent
 * @param oplogTs seconds since 1970, together with {@code oplogInc}; or {@code pointInTimeUTCSeconds} alone
 */
@JsonIgnoreProperties({
    "cancelled",
    "components",
    "createdAt",
    "deliveryUrl",
    "desiredTimestamp",
    "expired",
    "expiresAt",
    "failed",
    "finishedAt",
    "id",
    "links",
    "status",
    "statusMessage",
    "timestamp"
})
public record RestoreRequest(
        @Nullable String deliveryType,
        @Nullable String snapshotId,
        @Nullable String targetGroupId,
        @Nullable String targetClusterName,
        @Nullable Long oplogTs,
        @Nullable Integer oplogInc,
        @Nullable Long pointInTimeUTCSeconds) {}
