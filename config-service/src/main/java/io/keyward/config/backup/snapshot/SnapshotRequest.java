package io.keyward.config.backup.snapshot;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST. What is ours to say is ignored.
 *
 * @param description for people; at most 1,000 characters
 * @param retentionInDays from 1 to 36,500; without, the snapshot stays until it is deleted
 */
@JsonIgnoreProperties({
    "cloudProvider",
    "copyRegions",
    "createdAt",
    "customerKey",
    "expiresAt",
    "frequencyType",
    "id",
    "links",
    "masterKeyUUID",
    "members",
    "mongodVersion",
    "policyItems",
    "replicaSetName",
    "snapshotIds",
    "snapshotType",
    "status",
    "statusMessage",
    "storageSizeBytes",
    "type"
})
public record SnapshotRequest(
        @Nullable @Size(max = 1000) String description,
        @Nullable @Min(1) @Max(36_500) Integer retentionInDays) {}
