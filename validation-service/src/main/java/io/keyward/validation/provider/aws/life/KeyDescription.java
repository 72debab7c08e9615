package io.keyward.validation.provider.aws.life;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
    private static final double MILLIS = 1000;

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

    /** From AWS's answer. What is not there is empty, and known to nobody. */
    public static KeyDescription of(JsonObject answer) {
        if (!(answer.getValue("KeyMetadata") instanceof JsonObject key)
                || !(key.getValue("KeyState") instanceof String state)
                || !(key.getValue("KeyUsage") instanceof String usage)) {
            throw new IllegalArgumentException("describes no key");
        }
        return new KeyDescription(
                state,
                usage,
                key.getString("KeySpec", ""),
                new Dates(
                        instant(key, "CreationDate"),
                        instant(key, "DeletionDate"),
                        key.getInteger("PendingDeletionWindowInDays"),
                        instant(key, "ValidTo")),
                primaryOf(key.getJsonObject("MultiRegionConfiguration")));
    }

    /** AWS counts seconds, with a fraction. */
    private static @Nullable Instant instant(JsonObject key, String name) {
        return key.getValue(name) instanceof Number seconds
                ? Instant.ofEpochMilli(Math.round(seconds.doubleValue() * MILLIS))
                : null;
    }

    private static @Nullable String primaryOf(@Nullable JsonObject regions) {
        if (regions == null || !"REPLICA".equals(regions.getString("MultiRegionKeyType"))) {
            return null;
        }
        var primary = regions.getJsonObject("PrimaryKey");
        return primary == null ? null : primary.getString("Arn");
    }
}
