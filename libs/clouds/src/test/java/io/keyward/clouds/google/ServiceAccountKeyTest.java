package io.keyward.clouds.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.testkit.Rule;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.KeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServiceAccountKeyTest {
    private static final Random RANDOM = new Random(1);
    private static final BigInteger E = BigInteger.valueOf(65537);

    @Test
    @Rule("C14")
    void signsWithAKeyAsGoogleMakesThem() throws GeneralSecurityException {
        // Given
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();

        // When
        var assertion = ServiceAccountKey.parse(file(key)).assertion("https://tokens", "scope", Instant.EPOCH);

        // Then
        assertThat(assertion.split("\\.")).hasSize(3);
    }

    @Test
    @Rule("C14")
    void refusesAKeyThatTakesLongToSignWith() throws GeneralSecurityException {
        // Given
        var huge = made(new RSAPrivateKeySpec(odd(16384), odd(65536)));
        var p = odd(1024);
        var q = odd(1024);
        var tooLong = made(new RSAPrivateCrtKeySpec(p.multiply(q), E, odd(2047), p, q, odd(65536), odd(65536), q));
        var large = odd(8192);
        var many = made(new RSAPrivateCrtKeySpec(large.multiply(large), E, E, large, large, E, E, E));

        // When, Then
        refused(huge, "no complete RSA key");
        refused(tooLong, "do not belong together");
        refused(many, "has 1638");
    }

    @Test
    @Rule("C14")
    void refusesAKeyThatCannotSign() throws GeneralSecurityException {
        // Given
        var p = odd(1024);
        var q = odd(1024);

        // When, Then
        refused(made(new RSAPrivateCrtKeySpec(odd(2048), E, E, E, E, E, E, E)), "do not belong together");
        refused(made(new RSAPrivateCrtKeySpec(p.multiply(q), E, E, p.negate(), q.negate(), E, E, E)), "do not belong");
        refused(made(new RSAPrivateCrtKeySpec(odd(512), E, E, E, E, E, E, E)), "has 512 bits");
    }

    private static void refused(PrivateKey key, String why) {
        assertThatThrownBy(() -> ServiceAccountKey.parse(file(key)))
                .isInstanceOf(ServiceAccountKey.UnreadableException.class)
                .hasMessageContaining(why);
    }

    private static PrivateKey made(KeySpec spec) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(spec);
    }

    private static BigInteger odd(int bits) {
        return new BigInteger(bits, RANDOM).setBit(bits - 1).setBit(0);
    }

    private static String file(PrivateKey key) {
        var pem = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return new JsonObject()
                .put("client_email", "a@p.iam.gserviceaccount.com")
                .put("private_key_id", "1")
                .put("private_key", "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n")
                .encode();
    }
}
