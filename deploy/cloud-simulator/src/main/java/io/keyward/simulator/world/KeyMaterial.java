package io.keyward.simulator.world;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The secret part of a key: its versions, oldest first. New data is encrypted with the last, old data stays readable. */
public record KeyMaterial(List<Version> versions) {

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
            SecureRandom random = new SecureRandom();
            byte[] id = new byte[32];
            byte[] secret = new byte[32];
            random.nextBytes(id);
            random.nextBytes(secret);
            return new Version(HexFormat.of().formatHex(id), secret, now, rotation);
        }

        @Override
        public String toString() {
            return "Version[" + id + "]";
        }
    }

    public static KeyMaterial fresh(Instant now) {
        return new KeyMaterial(List.of(Version.fresh(now, null)));
    }

    public KeyMaterial rotated(Instant now, String rotation) {
        return new KeyMaterial(Stream.concat(versions.stream(), Stream.of(Version.fresh(now, rotation)))
                .toList());
    }

    public int newest() {
        return versions.size() - 1;
    }
}
