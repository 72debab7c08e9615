package io.keyward.secrets.provider.google;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A service account by its key file: of ours, so that its key is believed to be one. Where tokens come from is no matter of the file's. */
final class ServiceAccount {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final String account;
    private final String keyId;
    private final PrivateKey key;

    private ServiceAccount(String account, String keyId, PrivateKey key) {
        this.account = account;
        this.keyId = keyId;
        this.key = key;
    }

    /** Fails with an IllegalStateException that names the setting, and quotes nothing. */
    static ServiceAccount parse(String file) {
        try {
            JsonObject json = JsonParser.parseString(file).getAsJsonObject();
            String pem = text(json, "private_key").replaceAll("-----[A-Z ]+-----|\\s", "");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
            return new ServiceAccount(
                    text(json, "client_email"),
                    text(json, "private_key_id"),
                    KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException
                | GeneralSecurityException e) {
            // The cause may quote the key.
            throw new IllegalStateException("keyward.secrets.google.credentials is no key file of a service account.");
        }
    }

    /** What is exchanged for a token. */
    String assertion(String audience, String scope, Instant now) throws GeneralSecurityException {
        JsonObject header = new JsonObject();
        header.addProperty("alg", "RS256");
        header.addProperty("typ", "JWT");
        header.addProperty("kid", keyId);
        JsonObject claims = new JsonObject();
        claims.addProperty("iss", account);
        claims.addProperty("scope", scope);
        claims.addProperty("aud", audience);
        claims.addProperty("iat", now.getEpochSecond());
        claims.addProperty("exp", now.plus(LIFE).getEpochSecond());
        String signed = encoded(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature.sign());
    }

    private static String text(JsonObject json, String field) {
        JsonElement value = json.get(field);
        if (value == null) {
            throw new IllegalStateException(field + " is missing");
        }
        return value.getAsString();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ServiceAccount[" + account + "]";
    }
}
