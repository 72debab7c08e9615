package io.keyward.validation.provider.aws.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.MultiRegionConfiguration;
import software.amazon.awssdk.services.kms.model.MultiRegionKeyType;

/**
 * What DescribeKey tells, as AWS spells it.
 *
 * @param primaryArn the multi-Region key that this one is a replica of; null when it is none
 */
public record KeyDescription(
        String state,
        String usage,
        String spec,
        Dates dates,
        @Nullable String primaryArn) {

    /**
     * @param createdAt of this key, even if it is a replica of an older one
     * @param deletionAt null unless the key is to be deleted and AWS gives the date
     * @param deletionDays how many days it will be kept once its last replica is gone; null unless it waits for that
     * @param materialUntil when imported material expires; null when it does not
     */
    public record Dates(
            @Nullable Instant createdAt,
            @Nullable Instant deletionAt,
            @Nullable Integer deletionDays,
            @Nullable Instant materialUntil) {

        public static final Dates NONE = new Dates(null, null, null, null);
    }

    /** From AWS's answer. */
    public static KeyDescription of(KeyMetadata metadata) {
        return new KeyDescription(
                metadata.keyStateAsString(),
                metadata.keyUsageAsString(),
                metadata.keySpecAsString(),
                new Dates(
                        metadata.creationDate(),
                        metadata.deletionDate(),
                        metadata.pendingDeletionWindowInDays(),
                        metadata.validTo()),
                primaryOf(metadata.multiRegionConfiguration()));
    }

    private static @Nullable String primaryOf(@Nullable MultiRegionConfiguration regions) {
        if (regions == null || regions.multiRegionKeyType() != MultiRegionKeyType.REPLICA) {
            return null;
        }
        return regions.primaryKey() == null ? null : regions.primaryKey().arn();
    }
}
