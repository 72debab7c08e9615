package io.keyward.validation.enforcement.mode;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one row that says whether enforcement is frozen. */
@Entity
@Table(name = "enforcement_freeze")
class FreezeEntity {
    static final int THE_ONE = 1;

    @Id
    int id;

    boolean frozen;

    @Nullable
    String reason;

    @Column(name = "changed_at")
    @Nullable
    Instant changedAt;

    @Column(name = "changed_by", columnDefinition = "text")
    @Nullable
    String changedBy;

    long revision;
}
