package io.keyward.simulator.world;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secret part of a key: its versions, oldest first. New data is encrypted with the last, old data stays readable.
 *
 * @param validTo when imported material expires; null when it does not
 * @param withdrawn imported material that its owner took away. It is remembered, to know it again: only the same may come back
 */
public record KeyMaterial(
        List<Version> versions, boolean withdrawn, @Nullable Instant validTo) {

    /**
     * @param id 64 hex digits
     * @param secret 32 bytes
     * @param rotation AUTOMATIC or ON_DEMAND; null for the first version, which no rotation made
     */
    public record Version(
            String id,
            byte[] secret,
            Instant createdAt,
            @Nullable String rotation) {

        static Version fresh(Instant now, @Nullable String rotation) {
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            return of(secret, now, rotation);
        }

        static Version of(byte[] secret, Instant now, @Nullable String rotation) {
            byte[] id = new byte[32];
            new SecureRandom().nextBytes(id);
            return new Version(HexFormat.of().formatHex(id), secret, now, rotation);
        }

        @Override
        public String toString() {
            return "Version[" + id + "]";
        }
    }

    public static KeyMaterial fresh(Instant now) {
        return new KeyMaterial(List.of(Version.fresh(now, null)), false, null);
    }

    /** Material that somebody else made. */
    public static KeyMaterial imported(byte[] secret, Instant now) {
        return new KeyMaterial(List.of(Version.of(secret, now, null)), false, null);
    }

    /** There again, for so long; null is for ever. */
    public KeyMaterial untilThen(@Nullable Instant end) {
        return new KeyMaterial(versions, false, end);
    }

    public KeyMaterial taken() {
        return new KeyMaterial(versions, true, null);
    }

    public KeyMaterial rotated(Instant now, String rotation) {
        Version newest = Version.fresh(now, rotation);
        return new KeyMaterial(
                Stream.concat(versions.stream(), Stream.of(newest)).toList(), withdrawn, validTo);
    }

    public int newest() {
        return versions.size() - 1;
    }
}
