package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored KMS configuration of a project.
 *
 * @param keys the project's keys, the current one first; there is a current one if and only if {@code config.aws()} is present
 * @param version counts the changes of the configuration, not the regions that come and go; -1 when nothing was ever stored
 * @param stamp that of the last admission or closing of private endpoints
 */
public record EncryptionState(String groupId, EncryptionConfig config, List<ProjectKey> keys, int version, long stamp) {

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
        return new EncryptionState(groupId, EncryptionConfig.OFF, List.of(), -1, 0);
    }

    /** The key that the tenant configured, if customer keys are on. */
    public Optional<ProjectKey> current() {
        return keys.stream().filter(key -> !key.isFormer()).findFirst();
    }

    /** The keys that something is still under, though another one took their place. */
    public List<ProjectKey> former() {
        return keys.stream().filter(ProjectKey::isFormer).toList();
    }

    /** The key uses of the current key, the home one first. */
    public List<KeyInUse> uses() {
        return current().map(ProjectKey::uses).orElse(List.of());
    }

    /** The current key in the region that the tenant configured. It serves every region without a key use of its own. */
    public Optional<KeyInUse> home() {
        return uses().stream().findFirst();
    }

    /** The current key's key use of that region itself. */
    public Optional<KeyInUse> in(AwsRegion region) {
        return current().flatMap(key -> key.in(region));
    }

    /** Whether {@code arn} is a name of the current key. */
    public boolean isKey(String arn) {
        return current().filter(key -> key.isNamed(arn)).isPresent();
    }

    /** The key of that id, current or former. */
    public Optional<ProjectKey> find(String keyId) {
        return keys.stream().filter(key -> key.id().equals(keyId)).findFirst();
    }
}
