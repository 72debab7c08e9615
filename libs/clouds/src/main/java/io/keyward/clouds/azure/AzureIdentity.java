package io.keyward.clouds.azure;

import org.jspecify.annotations.Nullable;

/**
 * An application in a tenant.
 *
 * @param credentialId identity of its secret; null where it is our own application
 */
public record AzureIdentity(
        AzureEnvironment environment,
        String tenantId,
        String clientId,
        @Nullable String credentialId) {}
