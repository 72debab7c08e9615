package io.keyward.local.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import com.google.crypto.tink.jwt.JwtMacConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Keeps {@link Credentials} in a file that only its owner may read. */
final class CredentialsFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String CLIENT_ID = "clientId";
    private static final String CLIENT_SECRET = "clientSecret";
    private static final int OBJECT_ID_BYTES = 12;
    private static final int CLIENT_SECRET_BYTES = 30;
    private static final int PUBLIC_KEY_LENGTH = 8;
    private static final int NONCE_SECRET_BYTES = 32;
    private static final int SIGNING_KEY_BYTES = 32;

    private CredentialsFile() {}

    /** What the file holds; new credentials, written to it, when there is none. What an older version did not know is added. */
    static Credentials loadOrCreate(Path file) {
        if (Files.exists(file)) {
            return load(file);
        }
        Credentials created = create();
        PrivateFiles.write(file, print(created));
        return created;
    }

    private static Credentials create() {
        return new Credentials(
                objectId(),
                publicKey(),
                UUID.randomUUID().toString(),
                clientId(),
                clientSecret(),
                publicKey(),
                UUID.randomUUID().toString(),
                nonceSecret(),
                sealingKeyset(),
                signingKeyset());
    }

    private static String objectId() {
        return HexFormat.of().formatHex(random(OBJECT_ID_BYTES));
    }

    private static String clientId() {
        return "mdb_sa_id_" + objectId();
    }

    /** Nothing in it that would have to be escaped in a URL: clients differ in whether they do. */
    private static String clientSecret() {
        return "mdb_sa_sk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random(CLIENT_SECRET_BYTES));
    }

    private static String publicKey() {
        return RANDOM.ints(PUBLIC_KEY_LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    private static String nonceSecret() {
        return Base64.getEncoder().encodeToString(random(NONCE_SECRET_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String sealingKeyset() {
        try {
            AeadConfig.register();
            return keyset(PredefinedAeadParameters.AES256_GCM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealing keyset cannot be made", e);
        }
    }

    private static String signingKeyset() {
        try {
            JwtMacConfig.register();
            return keyset(JwtHmacParameters.builder()
                    .setKeySizeBytes(SIGNING_KEY_BYTES)
                    .setAlgorithm(JwtHmacParameters.Algorithm.HS256)
                    .setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing keyset cannot be made", e);
        }
    }

    private static String keyset(Parameters parameters) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
    }

    private static Credentials load(Path file) {
        try {
            ObjectNode stored = JSON.readValue(PrivateFiles.read(file), ObjectNode.class);
            if (!stored.has(CLIENT_ID)) {
                stored.put(CLIENT_ID, clientId()).put(CLIENT_SECRET, clientSecret());
                PrivateFiles.write(file, print(stored));
            }
            return JSON.treeToValue(stored, Credentials.class);
        } catch (JsonProcessingException e) {
            // The cause quotes the text, which is secret.
            throw new IllegalStateException(
                    file + " is damaged; without it the data beside it cannot be read. Start with --fresh.");
        }
    }

    private static String print(Object credentials) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(credentials);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("credentials cannot be written", e);
        }
    }
}
