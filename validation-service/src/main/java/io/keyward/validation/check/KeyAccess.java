package io.keyward.validation.check;

import org.jspecify.annotations.Nullable;

/** As whom a key is used, and what else has to be known to reach it. Holds no secret. */
public sealed interface KeyAccess {

    /** Identity of the secret that it takes, which config-service keeps; null when it takes none of a customer's. */
    @Nullable
    String credentialId();

    /**
     * A role on AWS.
     *
     * @param roleArn the customer's role that is assumed to use the key
     * @param externalId what the role's trust policy asks for
     */
    record AwsRole(String roleArn, String externalId) implements KeyAccess {
        @Override
        public @Nullable String credentialId() {
            return null;
        }
    }

    /**
     * An application on Azure, and where the key is.
     *
     * @param environment for example {@code AZURE}, not yet made sure to be one
     * @param credentialId null where it is our own application, which the customer let into their tenant
     */
    record AzureApplication(
            String environment,
            String tenantId,
            String clientId,
            @Nullable String credentialId,
            String subscriptionId,
            String resourceGroup,
            String vault)
            implements KeyAccess {}

    /**
     * A service account on Google Cloud: by its key, or one of ours that the customer let in.
     *
     * @param credentialId of the service account's key; null when {@code serviceAccount} is given
     * @param serviceAccount e-mail address; null when {@code credentialId} is given
     */
    record GoogleAccount(
            @Nullable String credentialId, @Nullable String serviceAccount) implements KeyAccess {}
}
