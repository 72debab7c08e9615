package io.keyward.access.token;

import io.keyward.access.principal.TokenClaims;
import io.keyward.access.token.JwtReader.Reading;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/** Reads the tokens that {@link TokenSigner} writes, and believes nothing else: ES256 only, by a published key only. */
public final class TokenVerifier {
    private final JwtReader reader;

    /**
     * @param jwks public keys as a JSON Web Key Set
     * @param issuer who has to have signed
     * @throws IllegalArgumentException when {@code jwks} is none
     */
    public TokenVerifier(String jwks, String issuer) {
        this.reader = new JwtReader(
                jwks, issuer, TokenSigner.AUDIENCE, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    }

    /** What a token turned out to be. Whether it was revoked is another question: {@link io.keyward.access.principal.Principals}. */
    public sealed interface Verification {
        /** Ours, and good at this moment. */
        record Good(TokenClaims claims) implements Verification {}

        /** Signed by a key that is not in the set: perhaps one that was published since. */
        record UnknownKey() implements Verification {}

        /** Not ours, changed, expired, not yet good, or no token at all. */
        record Bad() implements Verification {}
    }

    /** @param token in the compact form of JWS */
    public Verification verify(String token, Instant now) {
        return switch (reader.read(token, now)) {
            case Reading.Good(JwtClaims claims) -> complete(claims);
            case Reading.UnknownKey unknown -> new Verification.UnknownKey();
            case Reading.Bad bad -> new Verification.Bad();
        };
    }

    private static Verification complete(JwtClaims claims) {
        try {
            @Nullable String tokenId = claims.getJwtId();
            return tokenId == null
                    ? new Verification.Bad()
                    : new Verification.Good(new TokenClaims(
                            tokenId,
                            claims.getSubject(),
                            Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
                            Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
        } catch (MalformedClaimException e) {
            return new Verification.Bad();
        }
    }
}
