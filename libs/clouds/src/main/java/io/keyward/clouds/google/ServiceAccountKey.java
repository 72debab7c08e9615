package io.keyward.clouds.google;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * The key of a service account. Of its file only the account, the key and the key's id are believed: where tokens are asked for, and in which universe, is not for
 * a customer to say.
 */
public final class ServiceAccountKey {
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final String account;
    private final String keyId;
    private final PrivateKey key;

    private ServiceAccountKey(String account, String keyId, PrivateKey key) {
        this.account = account;
        this.keyId = keyId;
        this.key = key;
    }

    /** A key file that is none. Says what is wrong with it, and nothing that is in it. */
    public static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String why) {
            super(why, null, false, false);
        }
    }

    /** Reads a key file; fails with an {@link UnreadableException} that says what is wrong with it, and nothing that is in it. */
    public static ServiceAccountKey parse(String file) {
        try {
            var json = new JsonObject(file);
            var pem = required(json, "private_key").replaceAll("-----[A-Z ]+-----|\\s", "");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
            return new ServiceAccountKey(
                    required(json, "client_email"),
                    required(json, "private_key_id"),
                    RsaKeyRules.usual(KeyFactory.getInstance("RSA").generatePrivate(spec)));
        } catch (DecodeException | ClassCastException | IllegalArgumentException notJson) {
            throw new UnreadableException("The service account key is no key file.");
        } catch (GeneralSecurityException notAKey) {
            throw new UnreadableException("The private_key of the service account key is no RSA key.");
        }
    }

    /** E-mail address of the account. */
    public String account() {
        return account;
    }

    /** What is exchanged for a token at {@code audience} with {@code scope}. */
    String assertion(String audience, String scope, Instant now) {
        var header = new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", keyId);
        var claims = new JsonObject()
                .put("iss", account)
                .put("scope", scope)
                .put("aud", audience)
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond());
        var signed = encoded(header.encode().getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.encode().getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoded(signature(signed));
    }

    private byte[] signature(String signed) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException | ArithmeticException notSigned) {
            throw new UnreadableException("The private_key of the service account key signs nothing.");
        }
    }

    private static String required(JsonObject json, String field) {
        var value = json.getString(field);
        if (value == null || value.isBlank()) {
            throw new UnreadableException("The service account key has no " + field + ".");
        }
        return value;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ServiceAccountKey[" + account + "]";
    }
}
