package io.keyward.access.token;

import io.keyward.access.principal.TokenClaims;
import io.keyward.access.token.JwtReader.Reading;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** Reads the tokens that {@link TokenSigner} writes, and believes nothing else: ES256 only, by a published key only. */
public final class TokenVerifier {
    private final JwtReader reader;

    /**
     * @param jwks public keys as a JSON Web Key Set
     * @param issuer who has to have signed
     * @throws IllegalArgumentException when {@code jwks} is none
     */
    public TokenVerifier(String jwks, String issuer) {
        this.reader = reader(jwks, issuer);
    }

    /**
     * What a token says, if it is ours and good at this moment; empty when it is not, for whatever reason. Whether it was revoked is another
     * question: {@link io.keyward.access.principal.Principals#token}.
     *
     * @param token in the compact form of JWS
     */
    public Optional<TokenClaims> verify(String token, Instant now) {
        return reader.read(token, now) instanceof Reading.Good(JwtClaims claims) ? claimsOf(claims) : Optional.empty();
    }

    static JwtReader reader(String jwks, String issuer) {
        return new JwtReader(
                jwks, issuer, TokenSigner.AUDIENCE, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    }

    /** Of a token that was found good; empty when it has no id, so that it could not be revoked. */
    static Optional<TokenClaims> claimsOf(JwtClaims claims) {
        try {
            String tokenId = claims.getJwtId();
            String clientId = claims.getSubject();
            Instant issuedAt = Instant.ofEpochSecond(claims.getIssuedAt().getValue());
            Instant expiresAt = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            return Optional.ofNullable(tokenId).map(id -> new TokenClaims(id, clientId, issuedAt, expiresAt));
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }
}
