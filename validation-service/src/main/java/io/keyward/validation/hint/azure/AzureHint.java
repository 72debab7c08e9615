package io.keyward.validation.hint.azure;

import org.jspecify.annotations.Nullable;

/**
 * What an event of Azure tells, as far as it matters here. Everything that it names was said by whoever sent it, and proves nothing.
 *
 * @param type for example {@code Microsoft.KeyVault.KeyExpired}
 * @param vault name of the vault; null when none is named
 * @param key name of the key; null when none is named
 * @param version of the key; null when none is named
 * @param resource path of the resource that was written or deleted; null when none is named
 */
record AzureHint(
        String type,
        @Nullable String vault,
        @Nullable String key,
        @Nullable String version,
        @Nullable String resource) {}
