package io.keyward.simulator.google.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key, without its versions.
 *
 * @param primary the version that encrypts; null when there is none yet, or never is for this purpose
 * @param accessReasons for which reasons it may be used; empty for none, null for any
 * @param outage how its external key manager fails, while it does
 */
public record CryptoKey(
        KeyName name,
        Shape shape,
        Rotation rotation,
        @Nullable Integer primary,
        Map<String, String> labels,
        @Nullable List<String> accessReasons,
        @Nullable Outage outage,
        Instant createdAt) {

    /** What a key is for. */
    public enum Purpose implements Numbered {
        ENCRYPT_DECRYPT(1, Algorithm.GOOGLE_SYMMETRIC_ENCRYPTION),
        ASYMMETRIC_SIGN(5, Algorithm.EC_SIGN_P256_SHA256),
        ASYMMETRIC_DECRYPT(6, Algorithm.RSA_DECRYPT_OAEP_2048_SHA256),
        RAW_ENCRYPT_DECRYPT(7, Algorithm.AES_256_GCM),
        MAC(9, Algorithm.HMAC_SHA256);

        private final int number;
        private final Algorithm algorithm;

        Purpose(int number, Algorithm algorithm) {
            this.number = number;
            this.algorithm = algorithm;
        }

        @Override
        public int number() {
            return number;
        }

        /** What its versions use unless something else is asked for. */
        public Algorithm algorithm() {
            return algorithm;
        }
    }

    /** What versions compute with. One for each purpose is enough here: only the first is really computed. */
    public enum Algorithm implements Numbered {
        GOOGLE_SYMMETRIC_ENCRYPTION(1),
        RSA_DECRYPT_OAEP_2048_SHA256(8),
        EC_SIGN_P256_SHA256(12),
        EXTERNAL_SYMMETRIC_ENCRYPTION(18),
        AES_256_GCM(19),
        HMAC_SHA256(32);

        private final int number;

        Algorithm(int number) {
            this.number = number;
        }

        @Override
        public int number() {
            return number;
        }
    }

    /** Where the material is. */
    public enum Protection implements Numbered {
        SOFTWARE(1),
        HSM(2),
        EXTERNAL(3),
        EXTERNAL_VPC(4);

        private final int number;

        Protection(int number) {
            this.number = number;
        }

        @Override
        public int number() {
            return number;
        }

        public boolean external() {
            return this == EXTERNAL || this == EXTERNAL_VPC;
        }
    }

    /** How an external key manager fails. */
    public enum Outage {
        UNAVAILABLE,
        DEADLINE_EXCEEDED
    }

    /**
     * What never changes.
     *
     * @param destroyAfter how long its versions wait to be destroyed
     */
    public record Shape(Purpose purpose, Algorithm algorithm, Protection protection, Duration destroyAfter) {}

    /** @param period null when it does not rotate by itself; {@code next} likewise */
    public record Rotation(
            @Nullable Duration period, @Nullable Instant next) {

        public static final Rotation NONE = new Rotation(null, null);
    }

    public CryptoKey withPrimary(int version) {
        return new CryptoKey(name, shape, rotation, version, labels, accessReasons, outage, createdAt);
    }

    public CryptoKey with(Rotation changed) {
        return new CryptoKey(name, shape, changed, primary, labels, accessReasons, outage, createdAt);
    }

    public CryptoKey withLabels(Map<String, String> changed) {
        return new CryptoKey(name, shape, rotation, primary, Map.copyOf(changed), accessReasons, outage, createdAt);
    }

    public CryptoKey withAccessReasons(@Nullable List<String> changed) {
        return new CryptoKey(name, shape, rotation, primary, labels, changed, outage, createdAt);
    }

    public CryptoKey withOutage(@Nullable Outage changed) {
        return new CryptoKey(name, shape, rotation, primary, labels, accessReasons, changed, createdAt);
    }
}
