package io.keyward.simulator.azure.world.vault;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a key.
 *
 * @param id 32 hex digits
 * @param pair what it encrypts with; null until it is used for the first time, since making it is slow
 */
public record KeyVersion(
        String id,
        Shape shape,
        Attributes attributes,
        Map<String, String> tags,
        Instant created,
        Instant updated,
        @Nullable RsaPair pair) {

    /**
     * What never changes.
     *
     * @param type {@code RSA}, {@code RSA-HSM}, {@code EC}, {@code EC-HSM}
     * @param bits the size of an RSA key; of others it says nothing
     */
    public record Shape(String type, int bits) {

        public static final Shape USUAL = new Shape("RSA", 2048);

        public boolean rsa() {
            return type.startsWith("RSA");
        }
    }

    /**
     * @param operations {@code encrypt}, {@code decrypt}, {@code wrapKey} …: what it may be used for at all
     * @param notBefore null when it is valid from the beginning
     * @param expires null when it is valid for ever
     */
    public record Attributes(
            boolean enabled,
            @Nullable Instant notBefore,
            @Nullable Instant expires,
            List<String> operations) {

        public Attributes enabled(boolean changed) {
            return new Attributes(changed, notBefore, expires, operations);
        }

        public Attributes valid(@Nullable Instant from, @Nullable Instant until) {
            return new Attributes(enabled, from, until, operations);
        }

        public boolean early(Instant now) {
            return notBefore != null && now.isBefore(notBefore);
        }

        public boolean expired(Instant now) {
            return expires != null && !now.isBefore(expires);
        }
    }

    private static final List<String> RSA_OPERATIONS =
            List.of("encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey");
    private static final List<String> EC_OPERATIONS = List.of("sign", "verify");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** An enabled one, valid for ever, for all that such a key can be used for. */
    public static KeyVersion fresh(Shape shape, Instant now) {
        List<String> operations = shape.rsa() ? RSA_OPERATIONS : EC_OPERATIONS;
        Attributes attributes = new Attributes(true, null, null, operations);
        return new KeyVersion(freshId(), shape, attributes, Map.of(), now, now, null);
    }

    /** 32 hex digits. */
    public static String freshId() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    public KeyVersion named(String changed) {
        return new KeyVersion(changed, shape, attributes, tags, created, updated, pair);
    }

    public KeyVersion with(Attributes changed, Instant now) {
        return new KeyVersion(id, shape, changed, tags, created, now, pair);
    }

    public KeyVersion withTags(Map<String, String> changed) {
        return new KeyVersion(id, shape, attributes, Map.copyOf(changed), created, updated, pair);
    }

    public KeyVersion with(RsaPair made) {
        return new KeyVersion(id, shape, attributes, tags, created, updated, made);
    }
}
