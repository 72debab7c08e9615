package io.keyward.access.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes nonces and recognises its own: eight bytes of time, four random ones, and twelve of a signature over both, in 32 characters of
 * Base64. Every replica with the same secret recognises them, and none has to remember them.
 */
final class Nonces {
    private static final int SIZE = 24;
    private static final int SIGNED = 12;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Duration life;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Nonces(byte[] secret, Duration life, Clock clock) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.life = life;
        this.clock = clock;
    }

    static byte[] randomSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** What is to be thought of a nonce that a client presents. */
    enum Standing {
        GOOD,
        /** Ours, but older than its life. */
        EXPIRED,
        /** Never given out by us. */
        FOREIGN
    }

    String next() {
        ByteBuffer nonce = ByteBuffer.allocate(SIZE).putLong(clock.millis()).putInt(random.nextInt());
        nonce.put(signature(Arrays.copyOf(nonce.array(), SIGNED)));
        return Base64.getEncoder().encodeToString(nonce.array());
    }

    Standing standingOf(String nonce) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(nonce.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Standing.FOREIGN;
        }
        if (bytes.length != SIZE || !isSigned(bytes)) {
            return Standing.FOREIGN;
        }
        Duration age = Duration.ofMillis(clock.millis() - ByteBuffer.wrap(bytes).getLong());
        boolean good = age.compareTo(life) <= 0 && age.compareTo(CLOCK_SKEW.negated()) >= 0;
        return good ? Standing.GOOD : Standing.EXPIRED;
    }

    private boolean isSigned(byte[] nonce) {
        byte[] expected = signature(Arrays.copyOf(nonce, SIGNED));
        return MessageDigest.isEqual(expected, Arrays.copyOfRange(nonce, SIGNED, SIZE));
    }

    private byte[] signature(byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(signed), SIZE - SIGNED);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM + ".", e);
        }
    }
}
