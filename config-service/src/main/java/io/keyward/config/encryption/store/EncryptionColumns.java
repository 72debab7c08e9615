package io.keyward.config.encryption.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Between the rows and the values. Fields that a newer release wrote are skipped on reading. */
@ApplicationScoped
class EncryptionColumns {
    private static final TypeReference<List<KmsConfig>> KEYS = new TypeReference<>() {};
    private static final TypeReference<Map<Cloud, Long>> STAMPS = new TypeReference<>() {};
    private static final TypeReference<KmsConfig> KEY = new TypeReference<>() {};

    private final ObjectMapper json;

    EncryptionColumns(ObjectMapper json) {
        this.json = json;
    }

    EncryptionState state(EncryptionEntity row, List<ProjectKeyEntity> keys, List<KeyUseEntity> uses) {
        List<ProjectKey> all = keys.stream()
                .map(key -> key(key, uses))
                .sorted(Comparator.comparing(ProjectKey::provider)
                        .thenComparing(ProjectKey::isFormer)
                        .thenComparing(ProjectKey::since, Comparator.reverseOrder())
                        .thenComparing(ProjectKey::id))
                .toList();
        return new EncryptionState(row.groupId, config(row), all, row.version, stamps(row));
    }

    EncryptionConfig config(EncryptionEntity row) {
        return new EncryptionConfig(
                read(row.providerKeys, KEYS).stream()
                        .collect(Collectors.toUnmodifiableMap(KmsConfig::provider, Function.identity())),
                row.searchNodes);
    }

    Map<Cloud, Long> stamps(EncryptionEntity row) {
        return read(row.admissionStamps, STAMPS);
    }

    void write(EncryptionConfig config, EncryptionEntity row) {
        row.searchNodes = config.enabledForSearchNodes();
        row.providerKeys = text(new TreeMap<>(config.keys()).values().stream().toList(), KEYS);
    }

    void write(Map<Cloud, Long> stamps, EncryptionEntity row) {
        row.admissionStamps = text(new TreeMap<>(stamps), STAMPS);
    }

    void write(String groupId, ProjectKey key, ProjectKeyEntity row) {
        row.id = key.id();
        row.groupId = groupId;
        row.provider = key.provider().name();
        row.name = key.name();
        row.settings = text(key.config(), KEY);
        row.state = key.isFormer() ? ProjectKeyEntity.FORMER : ProjectKeyEntity.CURRENT;
        row.since = key.since();
        row.replacedAt = key.replacedAt();
    }

    static void write(String groupId, String keyId, KeyInUse use, KeyUseEntity row) {
        row.id = use.keyUseId();
        row.groupId = groupId;
        row.keyId = keyId;
        row.region = use.region().name();
        row.name = use.name();
        row.checkedValid = use.acceptedValid();
        row.checkedAt = use.acceptedAt();
    }

    private ProjectKey key(ProjectKeyEntity row, List<KeyUseEntity> uses) {
        KmsConfig config = read(row.settings, KEY);
        List<KeyInUse> own = uses.stream()
                .filter(use -> use.keyId.equals(row.id))
                .map(use -> use(config.provider(), use))
                .sorted(Comparator.comparing((KeyInUse use) -> !use.region().equals(config.region()))
                        .thenComparing(KeyInUse::region, CloudRegion.ORDER))
                .toList();
        return new ProjectKey(row.id, config, row.since, row.replacedAt, own);
    }

    private static KeyInUse use(Cloud provider, KeyUseEntity row) {
        return new KeyInUse(row.id, provider.location(row.region), row.name, row.checkedValid, row.checkedAt);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored KMS configuration cannot be read", e);
        }
    }

    private <T> String text(T value, TypeReference<T> type) {
        try {
            return json.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a KMS configuration cannot be written", e);
        }
    }
}
