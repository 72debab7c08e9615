package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored KMS configuration of a project.
 *
 * @param keys the key uses, the home one first; empty if and only if {@code config.aws()} is absent
 * @param version counts the changes of the configuration, not the regions that come and go; -1 when nothing was ever stored
 */
public record EncryptionState(String groupId, EncryptionConfig config, List<KeyInUse> keys, int version) {

    /**
     * The key in one region.
     *
     * @param keyUseId identity of (project, AWS, key, region)
     * @param arn full name of the key in that region
     * @param acceptedValid whether the check found it valid with which it was accepted
     * @param acceptedAt when that check was made; the epoch when nobody answered
     */
    public record KeyInUse(String keyUseId, AwsRegion region, String arn, boolean acceptedValid, Instant acceptedAt) {}

    /** A project that never configured anything. */
    public static EncryptionState none(String groupId) {
        return new EncryptionState(groupId, EncryptionConfig.OFF, List.of(), -1);
    }

    /** The key in the region that the tenant configured, if customer keys are on. It serves every region without a key use of its own. */
    public Optional<KeyInUse> home() {
        return keys.stream().findFirst();
    }

    /** The key use of that region itself. */
    public Optional<KeyInUse> in(AwsRegion region) {
        return keys.stream().filter(key -> key.region() == region).findFirst();
    }

    /** Whether {@code arn} is the key in use. The region is part of an ARN, so this is the identity of the home key use. */
    public boolean isKey(String arn) {
        return home().filter(key -> key.arn().equals(arn)).isPresent();
    }
}
