package io.keyward.access.token;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.jwt.JwkSetConverter;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.jwt.JwtEcdsaPrivateKey;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Collection;

/** A key that signs tokens by ES256. Secret; its public half is published under its {@code kid}. */
public final class SigningKey {
    private final KeysetHandle keyset;
    private final JwtEcdsaPrivateKey key;

    private SigningKey(KeysetHandle keyset) {
        this.keyset = keyset;
        if (keyset.size() != 1 || !(keyset.getPrimary().getKey() instanceof JwtEcdsaPrivateKey only)) {
            throw new IllegalArgumentException("Not a key that signs tokens.");
        }
        this.key = only;
    }

    /** A new one, which nobody has seen. */
    public static SigningKey generate() {
        register();
        try {
            return new SigningKey(KeysetHandle.generateNew(JwtEcdsaParameters.builder()
                    .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
                    .setKidStrategy(JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                    .build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ES256 is not available.", e);
        }
    }

    /**
     * The key that {@link #secret} wrote.
     *
     * @throws IllegalArgumentException when it is none, quoting nothing of it
     */
    public static SigningKey read(String secret) {
        register();
        try {
            return new SigningKey(TinkJsonProtoKeysetFormat.parseKeyset(secret, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            // The cause may quote the text, which is secret: it is dropped.
            throw new IllegalArgumentException("Not a key that signs tokens.");
        }
    }

    /** The whole key, private half included, as text. To be sealed before it is stored. */
    public String secret() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that was read can be written.", e);
        }
    }

    /** Its {@code kid}: six characters of URL-safe Base64. */
    public String id() {
        return key.getPublicKey().getKid().orElseThrow();
    }

    /** The public halves of these keys as a JSON Web Key Set. */
    public static String publish(Collection<SigningKey> keys) {
        register();
        if (keys.isEmpty()) {
            return "{\"keys\":[]}";
        }
        KeysetHandle.Builder all = KeysetHandle.newBuilder();
        keys.forEach(key -> all.addEntry(KeysetHandle.importKey(key.key.getPublicKey())));
        all.getAt(0).makePrimary();
        try {
            return JwkSetConverter.fromPublicKeysetHandle(all.build());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Keys that sign can be published.", e);
        }
    }

    KeysetHandle keyset() {
        return keyset;
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }

    /** Tink makes and reads only kinds of keys that were made known to it. */
    private static void register() {
        try {
            JwtSignatureConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JWT signatures are not available.", e);
        }
    }
}
