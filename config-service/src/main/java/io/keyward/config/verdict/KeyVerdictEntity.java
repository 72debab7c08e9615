package io.keyward.config.verdict;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "key_verdict")
class KeyVerdictEntity extends PanacheEntityBase {
    @Id
    @Column(name = "key_use_id")
    String keyUseId;

    String verdict;

    @Column(name = "checked_at")
    Instant checkedAt;

    long revision;
}
