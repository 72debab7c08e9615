package io.keyward.config.encryption.settings;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored KMS configuration of a project.
 *
 * @param key the key in use; present if and only if {@code config.aws()} is
 * @param version counts the changes; -1 when nothing was ever stored
 */
public record EncryptionState(
        String groupId, EncryptionConfig config, @Nullable KeyInUse key, int version) {

    /**
     * @param keyUseId identity of (project, AWS, key, region)
     * @param arn full name of the key
     * @param acceptedValid whether the check found it valid with which it was accepted
     * @param acceptedAt when that check was made
     */
    public record KeyInUse(String keyUseId, String arn, boolean acceptedValid, Instant acceptedAt) {}

    /** A project that never configured anything. */
    public static EncryptionState none(String groupId) {
        return new EncryptionState(groupId, EncryptionConfig.OFF, null, -1);
    }

    /** The key in use, if customer keys are on. */
    public Optional<KeyInUse> keyInUse() {
        return Optional.ofNullable(key);
    }

    /** Whether {@code arn} is the key in use. The region is part of an ARN, so this is the identity of the key use. */
    public boolean isKey(String arn) {
        return key != null && key.arn().equals(arn);
    }
}
