package io.keyward.validation.guard;

import io.keyward.validation.guard.rules.GuardState;
import io.keyward.validation.guard.rules.Suspects;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The guard's one row, with the numbers that were told last. Changed under a lock on it. */
@Entity
@Table(name = "guard")
class GuardEntity {
    static final int THE_ONE = 1;

    @Id
    int id;

    @Enumerated(EnumType.STRING)
    GuardState state = GuardState.CLEAR;

    @Nullable
    Instant since;

    int suspects;

    int held;

    int organizations;

    int threshold;

    @Column(name = "keys_in_use")
    int keysInUse;

    @Column(name = "keys_counted_at")
    @Nullable
    Instant keysCountedAt;

    long revision;

    boolean tells(Suspects found, int upTo) {
        return suspects == found.keys()
                && held == found.held()
                && organizations == found.organizations()
                && threshold == upTo;
    }

    void tell(Suspects found, int upTo) {
        suspects = found.keys();
        held = found.held();
        organizations = found.organizations();
        threshold = upTo;
    }
}
