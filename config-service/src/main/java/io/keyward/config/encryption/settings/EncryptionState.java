package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.Cloud;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stored KMS configuration of a project, with all its providers.
 *
 * @param keys the project's keys, those of each provider with the current one first
 * @param version counts the changes of the configuration, not the regions that come and go; -1 when nothing was ever stored
 * @param stamps of each provider that had any, that of the last admission or closing of private endpoints
 */
public record EncryptionState(
        String groupId, EncryptionConfig config, List<ProjectKey> keys, int version, Map<Cloud, Long> stamps) {

    public EncryptionState {
        stamps = Map.copyOf(stamps);
    }

    /** A project that never configured anything. */
    public static EncryptionState none(String groupId) {
        return new EncryptionState(groupId, EncryptionConfig.OFF, List.of(), -1, Map.of());
    }

    /** The part of it that is about one provider. */
    public ProviderState of(Cloud provider) {
        return new ProviderState(
                groupId,
                provider,
                config.key(provider),
                keys.stream().filter(key -> key.provider() == provider).toList(),
                version,
                stamps.getOrDefault(provider, 0L));
    }

    /** Whether an endpoint of that provider may ever have been admitted. */
    public boolean mayHaveEndpoints(Cloud provider) {
        return stamps.containsKey(provider)
                || config.key(provider).map(KmsConfig::requirePrivateNetworking).orElse(false);
    }

    /** The key of that id, current or former. */
    public Optional<ProjectKey> find(String keyId) {
        return keys.stream().filter(key -> key.id().equals(keyId)).findFirst();
    }
}
