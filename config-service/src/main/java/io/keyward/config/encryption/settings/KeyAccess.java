package io.keyward.config.encryption.settings;

/** What an {@link Opener} amounts to at a moment: all that is needed to open a key with it, but no secret. */
public sealed interface KeyAccess {

    /** A role of the customer's that is assumed, with the external id that its trust policy asks for. */
    record AssumedRole(String roleArn, String externalId) implements KeyAccess {}
}
