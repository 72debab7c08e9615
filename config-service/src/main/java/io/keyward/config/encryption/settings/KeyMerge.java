package io.keyward.config.encryption.settings;

/** What a PATCH makes of one provider's key. */
sealed interface KeyMerge {

    /** The provider is on with that key. */
    record On(KmsConfig key) implements KeyMerge {}

    /** The provider is off. */
    record Off() implements KeyMerge {}

    record Refused(EncryptionError error) implements KeyMerge {}
}
