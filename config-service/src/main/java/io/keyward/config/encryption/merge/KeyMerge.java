package io.keyward.config.encryption.merge;

import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KmsConfig;

/** What a PATCH makes of one provider's key. */
sealed interface KeyMerge {

    /** The provider is on with that key. */
    record On(KmsConfig key) implements KeyMerge {}

    /** The provider is off. */
    record Off() implements KeyMerge {}

    record Refused(EncryptionError error) implements KeyMerge {}
}
