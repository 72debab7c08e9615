package io.keyward.validation.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code key_check}. */
@Entity
@Table(name = "key_check")
class KeyCheckEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "key_use_id")
    String keyUseId;

    @Column(name = "group_id")
    String groupId;

    String provider;

    String key;

    String region;

    @Enumerated(EnumType.STRING)
    Occasion occasion;

    String verdict;

    String outcome;

    @Nullable
    String reason;

    /** JSON of the contracts' evidence. */
    @Column(columnDefinition = "text")
    String evidence;

    @Column(name = "first_at")
    Instant firstAt;

    @Column(name = "last_at")
    Instant lastAt;

    int checks;
}
