package io.keyward.config.encryption.settings;

import org.jspecify.annotations.Nullable;

/** What an {@link Opener} amounts to at a moment: all that is needed to open a key with it, but no secret. */
public sealed interface KeyAccess {

    /** A role of the customer's that is assumed, with the external id that its trust policy asks for. */
    record AssumedRole(String roleArn, String externalId) implements KeyAccess {}

    /**
     * An application on Azure, in the tenant that it signs in to.
     *
     * @param credentialId the id of its secret; null where it is our own application, which the customer let in
     */
    record AzureApplication(
            String tenantId, String clientId, @Nullable String credentialId) implements KeyAccess {}

    /**
     * A service account on Google Cloud; exactly one is given.
     *
     * @param credentialId the id of its key, if it is the customer's
     * @param serviceAccount its e-mail address, if it is one of ours that the customer let in
     */
    record GoogleAccount(
            @Nullable String credentialId, @Nullable String serviceAccount) implements KeyAccess {}
}
