package io.keyward.validation.check;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a check learned of a key besides whether it works: when it will stop working by itself, and when its material was last renewed. Nothing
 * stops for it; people are warned.
 *
 * @param endsAt when the key, what it is made of or what opens it ends; null when nothing is known to end
 * @param end what it is that ends; null exactly when {@code endsAt} is
 * @param rotatedAt when the material was last renewed; null when nobody asked or nobody told
 * @param rotationSource how {@code rotatedAt} is known; null exactly when it is
 * @param nextRotationAt when the provider will renew it by itself; null when it will not, or it is not known
 */
public record KeyLife(
        @Nullable Instant endsAt,
        @Nullable End end,
        @Nullable Instant rotatedAt,
        @Nullable RotationSource rotationSource,
        @Nullable Instant nextRotationAt) {

    /** What it is that ends. */
    public enum End {
        /** The key is scheduled for deletion. */
        DELETION,
        /** Imported key material expires. */
        MATERIAL_EXPIRY,
        /** The key has a last day. */
        KEY_EXPIRY,
        /** What opens the key has a last day. */
        CREDENTIAL_EXPIRY
    }

    /** How the time of the last rotation is known, the best source first. */
    public enum RotationSource {
        /** The provider keeps a record of rotations. */
        ROTATION_RECORD,
        /** Reckoned back from the next rotation and the time between two. */
        ROTATION_SCHEDULE,
        /** As far as anybody tells, it was never rotated since it was made. */
        CREATION
    }

    /**
     * What is known once {@code learned} was.
     *
     * @param known what was known before; null when nothing was
     * @param learned what a check tells; null when it learned nothing. Without a source of rotation it says nothing about rotation
     */
    public static @Nullable KeyLife merged(@Nullable KeyLife known, @Nullable KeyLife learned) {
        if (known == null || learned == null) {
            return learned == null ? known : learned;
        }
        return learned.rotationSource() != null ? learned : known.endingAs(learned);
    }

    private KeyLife endingAs(KeyLife other) {
        return new KeyLife(other.endsAt, other.end, rotatedAt, rotationSource, nextRotationAt);
    }
}
