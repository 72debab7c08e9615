package io.keyward.simulator.google.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A JSON web token by which a service account says who it is, before anything is believed about it.
 *
 * @param keyId which of its keys signed, or empty when it does not say
 * @param signed what the signature is over
 */
record Assertion(String keyId, String algorithm, Claims claims, byte[] signed, byte[] signature) {

    /** @param scopes separated by spaces on the wire */
    record Claims(String issuer, String audience, List<String> scopes, Instant issuedAt, Instant expiresAt) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Reads a token; empty when it is not one. */
    static Optional<Assertion> parse(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = json(parts[0]);
            JsonNode claims = json(parts[1]);
            return Optional.of(new Assertion(
                    header.path("kid").asText(),
                    header.path("alg").asText(),
                    new Claims(
                            claims.path("iss").asText(),
                            claims.path("aud").asText(),
                            List.of(claims.path("scope").asText().split(" ")),
                            time(claims, "iat"),
                            time(claims, "exp")),
                    (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                    Base64.getUrlDecoder().decode(parts[2])));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this key made the signature. */
    boolean signedBy(byte[] publicKey) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey)));
            verifier.update(signed);
            return algorithm.equals("RS256") && verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether it is valid now, and not for longer than allowed. */
    boolean timely(Instant now) {
        return !claims.issuedAt().isAfter(now.plus(SKEW))
                && claims.expiresAt().isAfter(now)
                && !claims.expiresAt().isAfter(claims.issuedAt().plus(LONGEST));
    }

    private static JsonNode json(String part) throws IOException {
        return MAPPER.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static Instant time(JsonNode claims, String name) {
        return Instant.ofEpochSecond(claims.path(name).asLong());
    }
}
