package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.encryption.settings.KmsConfig.GoogleKms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a project wants of its key management.
 *
 * @param keys the key of each provider that is on
 * @param enabledForSearchNodes whether dedicated search nodes are to use the keys too
 */
public record EncryptionConfig(Map<Cloud, KmsConfig> keys, boolean enabledForSearchNodes) {
    /** No customer key. */
    public static final EncryptionConfig OFF = new EncryptionConfig(Map.of(), false);

    public EncryptionConfig {
        keys = Map.copyOf(keys);
    }

    /** One key, or none. */
    public static EncryptionConfig of(@Nullable KmsConfig key, boolean enabledForSearchNodes) {
        return new EncryptionConfig(key == null ? Map.of() : Map.of(key.provider(), key), enabledForSearchNodes);
    }

    /** The key of that provider; empty when the provider is off. */
    public Optional<KmsConfig> key(Cloud provider) {
        return Optional.ofNullable(keys.get(provider));
    }

    /** The AWS key. */
    public Optional<AwsKms> aws() {
        return key(Cloud.AWS).map(AwsKms.class::cast);
    }

    /** The Azure key. */
    public Optional<AzureVault> azure() {
        return key(Cloud.AZURE).map(AzureVault.class::cast);
    }

    /** The key of Google Cloud. */
    public Optional<GoogleKms> google() {
        return key(Cloud.GCP).map(GoogleKms.class::cast);
    }

    /** The same with dedicated search nodes under the keys, or not; as it is when it is not said. */
    public EncryptionConfig searching(@Nullable Boolean wanted) {
        return new EncryptionConfig(keys, wanted == null ? enabledForSearchNodes : wanted);
    }

    /** The same with that provider's key, or without one. */
    public EncryptionConfig with(Cloud provider, Optional<KmsConfig> key) {
        Map<Cloud, KmsConfig> next = new EnumMap<>(Cloud.class);
        next.putAll(keys);
        key.ifPresentOrElse(one -> next.put(provider, one), () -> next.remove(provider));
        return new EncryptionConfig(next, enabledForSearchNodes);
    }

    /** The providers whose key, or the way to it, is another one there, in the order of the API. */
    public List<Cloud> differing(EncryptionConfig other) {
        return Stream.of(Cloud.values())
                .filter(provider -> !Objects.equals(keys.get(provider), other.keys.get(provider)))
                .toList();
    }
}
