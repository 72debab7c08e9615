package io.keyward.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Seals secrets before they are stored and opens them again. Authenticated encryption: what was changed, or is presented under other
 * associated data than it was sealed with (another project, another API key), does not open. The first key of the keyset seals, every key
 * opens, so that a key is rotated by putting a new one first.
 */
@ApplicationScoped
public class Sealer {
    private final Aead aead;
    private final SealedBy current;

    @Inject
    Sealer(SecretsConfig config) {
        this(keysetOf(config));
    }

    private Sealer(KeysetHandle keyset) {
        this.aead = primitive(keyset);
        this.current = SealedBy.primaryOf(keyset);
    }

    /** A sealer on a keyset of one's own, outside of an application. */
    public static Sealer of(String keysetJson) {
        registerOnce();
        return new Sealer(Keysets.read("keyset", Optional.of(keysetJson), Optional.empty()));
    }

    /** @param associatedData what the secret belongs to, for example {@code api-key:<publicKey>}; needed again to open it */
    public byte[] seal(byte[] secret, String associatedData) {
        try {
            return aead.encrypt(secret, associatedData.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset cannot seal.", e);
        }
    }

    /** @throws UnsealableException when {@code sealed} was not sealed with this keyset for this associated data */
    public byte[] open(byte[] sealed, String associatedData) {
        try {
            return aead.decrypt(sealed, associatedData.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new UnsealableException("Something sealed for " + associatedData + " cannot be opened.", e);
        }
    }

    /** The key that seals, as it marks what it sealed. */
    SealedBy current() {
        return current;
    }

    /** A new keyset with one AES-256-GCM key, as the JSON that {@code keyward.secrets.keyset} takes. Secret. */
    public static String newKeyset() {
        registerOnce();
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset cannot be made.", e);
        }
    }

    private static KeysetHandle keysetOf(SecretsConfig config) {
        registerOnce();
        return Keysets.read("keyward.secrets.keyset", config.keyset(), config.keysetFile());
    }

    private static Aead primitive(KeysetHandle keyset) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyward.secrets.keyset does not hold AEAD keys.", e);
        }
    }

    private static void registerOnce() {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AEAD is not available.", e);
        }
    }
}
