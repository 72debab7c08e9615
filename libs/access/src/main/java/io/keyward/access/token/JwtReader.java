package io.keyward.access.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Believes signed tokens of one issuer, by one set of keys and at a given moment, and says of others why not. */
final class JwtReader {
    /** How far the clocks of two machines may be apart. Counts for "not yet" alone: no token lives longer than it says. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    /** Larger than any token of an issuer we know; what is longer is not even parsed. */
    private static final int MAX_LENGTH = 16_384;

    private static final JwtConsumer UNVERIFIED = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    private final List<JsonWebKey> keys;
    private final String issuer;
    private final String audience;
    private final AlgorithmConstraints algorithms;

    /**
     * @param jwks public keys as a JSON Web Key Set
     * @param algorithms the only ones that may sign, by their JWS names; "none" cannot be one of them
     * @throws IllegalArgumentException when {@code jwks} is none
     */
    JwtReader(String jwks, String issuer, String audience, String... algorithms) {
        try {
            this.keys = new JsonWebKeySet(jwks).getJsonWebKeys();
        } catch (JoseException e) {
            throw new IllegalArgumentException("Not a JSON Web Key Set.", e);
        }
        this.issuer = issuer;
        this.audience = audience;
        this.algorithms = new AlgorithmConstraints(ConstraintType.PERMIT, algorithms);
    }

    /** What a token turned out to be. */
    sealed interface Reading {
        /** Signed by the issuer for the audience, and good at this moment. */
        record Good(JwtClaims claims) implements Reading {}

        /** Signed by a key that is not in the set: perhaps one that was published since. */
        record UnknownKey() implements Reading {}

        /** Not to be believed, whatever becomes of the keys. */
        record Bad() implements Reading {}
    }

    /** @param token in the compact form of JWS */
    Reading read(String token, Instant now) {
        if (token.length() > MAX_LENGTH) {
            return new Reading.Bad();
        }
        try {
            String kid = kidOf(token);
            if (kid == null) {
                return new Reading.Bad();
            }
            List<JsonWebKey> named =
                    keys.stream().filter(key -> kid.equals(key.getKeyId())).toList();
            return named.isEmpty() ? new Reading.UnknownKey() : judge(token, named, now);
        } catch (JoseException | InvalidJwtException | MalformedClaimException | ClassCastException e) {
            // The library takes headers for texts without looking.
            return new Reading.Bad();
        }
    }

    /** Who a token says has signed it, believed by nobody: only to know whom to ask for keys. */
    static Optional<String> issuerOf(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(UNVERIFIED.processToClaims(token).getIssuer());
        } catch (InvalidJwtException | MalformedClaimException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private Reading judge(String token, List<JsonWebKey> named, Instant now)
            throws InvalidJwtException, MalformedClaimException {
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(named))
                .setJwsAlgorithmConstraints(algorithms)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                .build()
                .processToClaims(token);
        Instant issuedAt = Instant.ofEpochSecond(claims.getIssuedAt().getValue());
        return issuedAt.isAfter(now.plus(CLOCK_SKEW)) ? new Reading.Bad() : new Reading.Good(claims);
    }

    private static @Nullable String kidOf(String token) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        return signature.getHeaders().getObjectHeaderValue(HeaderParameterNames.KEY_ID) instanceof String kid
                ? kid
                : null;
    }
}
