package io.keyward.secrets;

import com.google.crypto.tink.KeysetHandle;
import io.keyward.secrets.Keysets.Text;
import io.keyward.secrets.kek.KekException;
import io.keyward.secrets.kek.KekUri;
import java.security.GeneralSecurityException;
import org.jboss.logging.Logger;

/** The keyset that seals, as it is configured: in clear, or encrypted by a KMS, and never the one for the other. */
final class SealingKeyset {
    private static final Logger LOG = Logger.getLogger(SealingKeyset.class);
    private static final String KEYSET = "keyward.secrets.keyset";
    private static final String ENCRYPTED_BY = "keyward.secrets.keyset-encrypted-by";

    private SealingKeyset() {}

    /** Fails with an {@link IllegalStateException} that says on one line what is wrong with which setting, and what to do; never with anything of the keyset. */
    static KeysetHandle of(SecretsConfig config) {
        Text text = Keysets.text(KEYSET, config.keyset(), config.keysetFile());
        boolean encrypted = EncryptedKeysets.isOne(text.json());
        if (config.keysetEncryptedBy().isEmpty()) {
            if (encrypted) {
                throw new IllegalStateException(
                        text.setting() + " holds an encrypted keyset: name the key that encrypted it with "
                                + ENCRYPTED_BY + ", " + KekUri.FORMS + ".");
            }
            return Keysets.parse(text);
        }
        KekUri key = key(config.keysetEncryptedBy().get());
        if (!encrypted) {
            throw new IllegalStateException(text.setting() + " does not hold an encrypted keyset, though "
                    + ENCRYPTED_BY + " is set: have KeysetTool encrypt it with " + key.uri() + ", or leave "
                    + ENCRYPTED_BY + " out.");
        }
        return opened(text, key, new EncryptedKeysets(config, config.kms().patience()));
    }

    private static KekUri key(String uri) {
        try {
            return KekUri.parse(uri);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(ENCRYPTED_BY + " " + e.getMessage() + ".", e);
        }
    }

    private static KeysetHandle opened(Text text, KekUri key, EncryptedKeysets keysets) {
        try {
            KeysetHandle keyset = keysets.open(text.json(), key);
            LOG.infof("%s was decrypted by %s", text.setting(), key.uri());
            return keyset;
        } catch (KekException e) {
            throw new IllegalStateException("%s is not decrypted by %s (%s): %s. %s."
                    .formatted(text.setting(), key.uri(), ENCRYPTED_BY, e.getMessage(), e.advice()));
        } catch (GeneralSecurityException e) {
            // The cause may be about what was decrypted, which is secret: it is dropped.
            throw new IllegalStateException(text.setting() + " does not hold a Tink keyset that " + key.uri()
                    + " encrypted. Put the keyset back as it was.");
        }
    }
}
