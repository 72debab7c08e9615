package io.keyward.access;

import io.keyward.access.principal.TokenClaims;
import io.keyward.access.token.SigningKey;
import io.keyward.access.token.TokenSigner;
import io.keyward.atlas.ObjectIds;
import java.time.Duration;
import java.time.Instant;

/** Tokens as their owner mints them, good and bad. */
final class Tokens {
    static final String ISSUER = "https://keyward";

    private Tokens() {}

    static TokenClaims claims(String clientId) {
        return claims(clientId, Instant.now());
    }

    static TokenClaims claims(String clientId, Instant issuedAt) {
        return new TokenClaims(ObjectIds.next(), clientId, issuedAt, issuedAt.plus(Duration.ofHours(1)));
    }

    /** As it stands in a request's {@code Authorization}. */
    static String bearer(SigningKey key, TokenClaims claims) {
        return "Bearer " + new TokenSigner(key, ISSUER).sign(claims);
    }
}
