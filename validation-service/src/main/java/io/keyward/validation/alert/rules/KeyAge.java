package io.keyward.validation.alert.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when a key has been the one that a project uses with a provider.
 *
 * @param keyUseId its key use in the region that the project configured
 * @param keyId the key in all regions; null when nobody told
 */
public record KeyAge(
        String provider, String keyUseId, @Nullable String keyId, Instant since) {}
