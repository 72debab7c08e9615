package io.keyward.config.encryption.merge;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.credential.SentCredentials;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.KmsConfig;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a PATCH asks for.
 *
 * @param next the configuration as it is to be
 * @param sent the secrets that came with it; those that {@code next} does not name are ignored
 */
public record Proposal(EncryptionConfig next, SentCredentials sent) {

    /** That provider's key as it is to be; empty when the provider is to be off. */
    public Optional<KmsConfig> key(Cloud provider) {
        return next.key(provider);
    }

    /** The ids of the secrets that the configuration takes. */
    public Set<String> secretIds() {
        return next.keys().values().stream()
                .flatMap(key -> key.opener().secretId().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
