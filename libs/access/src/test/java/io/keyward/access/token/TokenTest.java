package io.keyward.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.RawJwt;
import io.keyward.access.principal.TokenClaims;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the signer writes the verifier reads, and nothing that is other in any way. */
class TokenTest {
    private static final String ISSUER = "https://keyward";
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final TokenClaims CLAIMS = new TokenClaims(
            "6721f0a4c2b1d83e5f9000e1", "mdb_sa_id_6721f0a4c2b1d83e5f9000d5", NOW, NOW.plus(Duration.ofHours(1)));
    private static final SigningKey KEY = SigningKey.generate();
    private static final SigningKey NEXT = SigningKey.generate();
    private static final TokenVerifier VERIFIER = new TokenVerifier(SigningKey.publish(List.of(KEY, NEXT)), ISSUER);

    @Test
    void whatIsSignedIsReadByEveryPublishedKey() {
        assertThat(List.of(KEY, NEXT))
                .allSatisfy(key -> assertThat(VERIFIER.verify(new TokenSigner(key, ISSUER).sign(CLAIMS), NOW))
                        .contains(CLAIMS));
    }

    @ParameterizedTest
    @CsvSource({"-6, false", "-5, true", "0, true", "3599, true", "3600, false", "3601, false"})
    void aTokenLivesFromItsIssueToItsEnd(int seconds, boolean good) {
        assertThat(VERIFIER.verify(signed(), NOW.plusSeconds(seconds)).isPresent())
                .isEqualTo(good);
    }

    static Stream<Arguments> notOurs() throws JoseException {
        return Stream.of(
                Arguments.of("another issuer", new TokenSigner(KEY, "https://other").sign(CLAIMS)),
                Arguments.of("an unpublished key", new TokenSigner(SigningKey.generate(), ISSUER).sign(CLAIMS)),
                Arguments.of("another audience", changed(json -> json.replace("keyward-api", "other-api"))),
                Arguments.of("a longer life", changed(json -> json.replace("\"exp\":17", "\"exp\":27"))),
                Arguments.of("another account", changed(json -> json.replace("d5\"", "d6\""))),
                Arguments.of("another key's name", withHeader("{\"alg\":\"ES256\",\"kid\":\"" + NEXT.id() + "\"}")),
                Arguments.of("a number for a key's name", withHeader("{\"alg\":\"ES256\",\"kid\":1}")),
                Arguments.of("a number for an algorithm", withHeader("{\"alg\":1,\"kid\":\"" + KEY.id() + "\"}")),
                Arguments.of("no key's name", withHeader("{\"alg\":\"ES256\"}")),
                Arguments.of("alg none", withHeader("{\"alg\":\"none\",\"kid\":\"" + KEY.id() + "\"}")),
                Arguments.of(
                        "alg none, unsigned", unsigned(withHeader("{\"alg\":\"none\",\"kid\":\"" + KEY.id() + "\"}"))),
                Arguments.of("unsigned", unsigned(signed())),
                Arguments.of("the public key as a secret", hmac()),
                Arguments.of("truncated", signed().substring(0, signed().length() - 1)),
                Arguments.of("truncated by half", signed().substring(0, signed().length() / 2)),
                Arguments.of("one part", signed().split("\\.")[0]),
                Arguments.of("four parts", signed() + ".x"),
                Arguments.of("nothing", ""),
                Arguments.of("dots", ".."),
                Arguments.of("words", "no token at all"),
                Arguments.of("far too long", signed() + "A".repeat(20_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void notOurs(String why, String token) {
        assertThat(VERIFIER.verify(token, NOW)).isEmpty();
    }

    @Test
    void aTokenWithoutAnIdCouldNotBeRevoked() throws GeneralSecurityException {
        // Given
        JwtPublicKeySign signature = KEY.keyset().getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class);
        RawJwt.Builder token = RawJwt.newBuilder()
                .setIssuer(ISSUER)
                .addAudience(TokenSigner.AUDIENCE)
                .setSubject("client")
                .setIssuedAt(NOW)
                .setExpiration(NOW.plusSeconds(60));

        // Then
        assertThat(VERIFIER.verify(signature.signAndEncode(token.build()), NOW)).isEmpty();
        assertThat(VERIFIER.verify(signature.signAndEncode(token.setJwtId("id").build()), NOW))
                .isPresent();
    }

    @Test
    void aKeyIsReadAsItWasWritten() {
        // When
        SigningKey read = SigningKey.read(KEY.secret());

        // Then
        assertThat(read.id()).isEqualTo(KEY.id());
        assertThat(VERIFIER.verify(new TokenSigner(read, ISSUER).sign(CLAIMS), NOW))
                .contains(CLAIMS);
        assertThat(read).hasToString("SigningKey[" + KEY.id() + "]");
    }

    @ParameterizedTest
    @CsvSource({"''", "{}", "'{\"primaryKeyId\":1}'", "word"})
    void whatIsNoKeyIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> SigningKey.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a key that signs tokens.")
                .hasNoCause();
    }

    @Test
    void onlyPublicHalvesArePublished() throws JoseException {
        // When
        String published = SigningKey.publish(List.of(KEY, NEXT));

        // Then
        assertThat(new JsonWebKeySet(published).getJsonWebKeys())
                .extracting(key -> key.getKeyId() + " " + key.getAlgorithm() + " " + key.getUse())
                .containsExactly(KEY.id() + " ES256 sig", NEXT.id() + " ES256 sig");
        assertThat(published).doesNotContain("\"d\"");
        assertThat(SigningKey.publish(List.of())).isEqualTo("{\"keys\":[]}");
    }

    private static String signed() {
        return new TokenSigner(KEY, ISSUER).sign(CLAIMS);
    }

    /** The payload is another than was signed. */
    private static String changed(UnaryOperator<String> change) {
        String[] parts = signed().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = change.apply(payload);
        assertThat(other).isNotEqualTo(payload);
        return parts[0] + "." + encoded(other) + "." + parts[2];
    }

    private static String withHeader(String header) {
        String[] parts = signed().split("\\.");
        return encoded(header) + "." + parts[1] + "." + parts[2];
    }

    private static String unsigned(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    /** Someone signs by HMAC with what everybody knows: the published key. */
    private static String hmac() throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(
                new String(Base64.getUrlDecoder().decode(signed().split("\\.")[1]), StandardCharsets.UTF_8));
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKeyIdHeaderValue(KEY.id());
        signature.setKey(new HmacKey(SigningKey.publish(List.of(KEY)).getBytes(StandardCharsets.UTF_8)));
        return signature.getCompactSerialization();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
