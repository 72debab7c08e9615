package io.keyward.validation.keyuse;

import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.check.KeyLife.RotationSource;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns of {@code key_use} that tell when a key ends and when it was renewed. All are null while nothing is known. */
@Embeddable
class KeyLifeEntity {
    @Column(name = "ends_at")
    @Nullable
    Instant endsAt;

    @Column(name = "end_kind")
    @Enumerated(EnumType.STRING)
    @Nullable
    End end;

    @Column(name = "rotated_at")
    @Nullable
    Instant rotatedAt;

    @Column(name = "rotation_source")
    @Enumerated(EnumType.STRING)
    @Nullable
    RotationSource rotationSource;

    @Column(name = "next_rotation_at")
    @Nullable
    Instant nextRotationAt;

    static KeyLifeEntity of(@Nullable KeyLife life) {
        var columns = new KeyLifeEntity();
        if (life != null) {
            columns.endsAt = life.endsAt();
            columns.end = life.end();
            columns.rotatedAt = life.rotatedAt();
            columns.rotationSource = life.rotationSource();
            columns.nextRotationAt = life.nextRotationAt();
        }
        return columns;
    }

    /** Null when nothing is known; that a key has no end known is something only once it was asked for. */
    @Nullable
    KeyLife toLife() {
        return endsAt == null && rotatedAt == null && nextRotationAt == null
                ? null
                : new KeyLife(endsAt, end, rotatedAt, rotationSource, nextRotationAt);
    }
}
