package io.keyward.simulator.world;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key in one region, without its material. */
public record KmsKey(
        KeyArn arn,
        Shape shape,
        Status status,
        Rotation rotation,
        String policy,
        String description,
        Map<String, String> tags,
        Instant createdAt) {

    /** Key states by the names that DescribeKey uses. */
    public enum State {
        Enabled,
        Disabled,
        PendingDeletion,
        PendingReplicaDeletion,
        PendingImport,
        /** By control alone, like the next two: being replicated. */
        Creating,
        /** Its primary region is being changed. */
        Updating,
        /** Its custom key store is disconnected. */
        Unavailable
    }

    /**
     * What never changes about a key, but for the primary region of a multi-Region key.
     *
     * @param primaryRegion null for keys of a single region
     */
    public record Shape(
            String spec,
            String usage,
            String origin,
            @Nullable String primaryRegion) {}

    /**
     * @param deletionDate set while the key is pending deletion
     * @param windowDays set while a deletion is scheduled
     */
    public record Status(
            State state,
            @Nullable Instant deletionDate,
            @Nullable Integer windowDays) {

        public static Status of(State state) {
            return new Status(state, null, null);
        }
    }

    /** @param periodDays null when the key does not rotate by itself; {@code next} likewise */
    public record Rotation(
            @Nullable Integer periodDays, @Nullable Instant next) {

        public static final Rotation OFF = new Rotation(null, null);
    }

    public boolean multiRegion() {
        return shape.primaryRegion() != null;
    }

    public boolean primary() {
        return shape.primaryRegion() == null || shape.primaryRegion().equals(arn.region());
    }

    public boolean imported() {
        return shape.origin().equals("EXTERNAL");
    }

    public KmsKey with(Status changed) {
        return new KmsKey(arn, shape, changed, rotation, policy, description, tags, createdAt);
    }

    public KmsKey with(Rotation changed) {
        return new KmsKey(arn, shape, status, changed, policy, description, tags, createdAt);
    }

    public KmsKey withPolicy(String changed) {
        return new KmsKey(arn, shape, status, rotation, changed, description, tags, createdAt);
    }

    public KmsKey withDescription(String changed) {
        return new KmsKey(arn, shape, status, rotation, policy, changed, tags, createdAt);
    }

    public KmsKey withTags(Map<String, String> changed) {
        return new KmsKey(arn, shape, status, rotation, policy, description, Map.copyOf(changed), createdAt);
    }
}
