package io.keyward.validation.provider.azure;

import io.keyward.clouds.web.BearerToken;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a token of Entra's says about its bearer. Nothing is verified: it comes from Entra itself, and opens nothing here. */
final class TokenClaims {
    private static final String DOT = "\\.";

    private TokenClaims() {}

    /** The object id of the service principal that it was given to; empty when it cannot be read, which Entra does not promise. */
    static Optional<String> objectId(BearerToken token) {
        String[] parts = token.value().split(DOT, -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            return Optional.ofNullable(new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("oid"));
        } catch (IllegalArgumentException | DecodeException unreadable) {
            return Optional.empty();
        }
    }
}
