package io.keyward.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Seals secrets before they are stored and opens them again. Authenticated encryption: what was changed, or is presented under other
 * associated data than it was sealed with (another project, another API key), does not open. The first key of the keyset seals, every key
 * opens, so that a key is rotated by putting a new one first.
 */
@ApplicationScoped
public class Sealer {
    /** Before the scheduler, which is at 0, has somebody ask for what is sealed. */
    private static final int BEFORE_ANYTHING_RUNS = -100;

    private final FutureTask<Keys> opening;

    @Inject
    Sealer(SecretsConfig config) {
        this(() -> SealingKeyset.of(config));
    }

    private Sealer(Supplier<KeysetHandle> keyset) {
        this.opening = new FutureTask<>(() -> {
            registerOnce();
            return Keys.of(keyset.get());
        });
    }

    /** What is in the keyset, opened. */
    private record Keys(Aead aead, SealedBy current) {
        static Keys of(KeysetHandle keyset) {
            return new Keys(primitive(keyset), SealedBy.primaryOf(keyset));
        }
    }

    /** A sealer on a keyset of one's own, outside of an application. */
    public static Sealer of(String keysetJson) {
        Sealer sealer = new Sealer(() -> Keysets.read("keyset", Optional.of(keysetJson), Optional.empty()));
        var ignored = sealer.keys();
        return sealer;
    }

    /**
     * Nothing starts without its keyset: what is wrong with it is said at once, on one line and without the places it came through. Whether there has to be one is
     * not asked here.
     */
    void onStart(@Observes @Priority(BEFORE_ANYTHING_RUNS) StartupEvent start, SecretsConfig config) {
        if (config.keyset().isPresent() || config.keysetFile().isPresent()) {
            try {
                var ignored = keys();
            } catch (IllegalStateException e) {
                throw new ConfigurationException(
                        "Not started: " + e.getMessage()
                                + " As an environment variable a setting is KEYWARD_SECRETS_KEYSET, with _FILE or _ENCRYPTED_BY behind it for the others.");
            }
        }
    }

    /** @param associatedData what the secret belongs to, for example {@code api-key:<publicKey>}; needed again to open it */
    public byte[] seal(byte[] secret, String associatedData) {
        try {
            return keys().aead().encrypt(secret, associatedData.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset cannot seal.", e);
        }
    }

    /** @throws UnsealableException when {@code sealed} was not sealed with this keyset for this associated data */
    public byte[] open(byte[] sealed, String associatedData) {
        try {
            return keys().aead().decrypt(sealed, associatedData.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new UnsealableException("Something sealed for " + associatedData + " cannot be opened.", e);
        }
    }

    /** The key that seals, as it marks what it sealed. */
    SealedBy current() {
        return keys().current();
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

    /** Opens the keyset, once: whoever comes meanwhile waits, and fails as the first one did. */
    private Keys keys() {
        opening.run();
        try {
            return opening.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IllegalStateException known
                    ? known
                    : new IllegalStateException("The keyset cannot be opened.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the keyset was opened.", e);
        }
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
