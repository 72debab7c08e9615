package io.keyward.config.encryption.settings;

import org.jspecify.annotations.Nullable;

/** What an {@link Opener} amounts to at a moment: all that is needed to open a key with it, but no secret. */
public sealed interface KeyAccess {

    /** A role of the customer's that is assumed, with the external id that its trust policy asks for. */
    record AssumedRole(String roleArn, String externalId) implements KeyAccess {}

    /**
     * A service account on Google Cloud; exactly one is given.
     *
     * @param credentialId the id of its key, if it is the customer's
     * @param serviceAccount its e-mail address, if it is one of ours that the customer let in
     */
    record GoogleAccount(
            @Nullable String credentialId, @Nullable String serviceAccount) implements KeyAccess {}
}
