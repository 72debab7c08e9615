package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A project's keys of one provider, as they are stored.
 *
 * @param config empty when the provider is off
 * @param keys the project's keys of that provider, the current one first; there is a current one if and only if {@code config} is present
 * @param version that of the project's configuration; -1 when nothing was ever stored
 * @param stamp that of the last admission or closing of private endpoints of this provider
 */
public record ProviderState(
        String groupId, Cloud provider, Optional<KmsConfig> config, List<ProjectKey> keys, int version, long stamp) {

    /**
     * The key in one region.
     *
     * @param keyUseId identity of (project, provider, key, region)
     * @param name full name of the key in that region
     * @param acceptedValid whether the check found it valid with which it was accepted
     * @param acceptedAt when that check was made; the epoch when nobody answered
     */
    public record KeyInUse(
            String keyUseId, CloudRegion region, String name, boolean acceptedValid, Instant acceptedAt) {}

    /** The key that the tenant configured, if customer keys are on. */
    public Optional<ProjectKey> current() {
        return keys.stream().filter(key -> !key.isFormer()).findFirst();
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
    public Optional<KeyInUse> in(CloudRegion region) {
        return current().flatMap(key -> key.in(region));
    }

    /** Whether {@code name} is a name of the current key. */
    public boolean isKey(String name) {
        return current().filter(key -> key.isNamed(name)).isPresent();
    }

    /** The key of that id, current or former. */
    public Optional<ProjectKey> find(String keyId) {
        return keys.stream().filter(key -> key.id().equals(keyId)).findFirst();
    }

    /** Whether the keys are to be reached over private endpoints only. */
    public boolean isPrivate() {
        return config.map(KmsConfig::requirePrivateNetworking).orElse(false);
    }
}
