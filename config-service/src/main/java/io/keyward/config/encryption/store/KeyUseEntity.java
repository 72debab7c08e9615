package io.keyward.config.encryption.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "key_use")
class KeyUseEntity extends PanacheEntityBase {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    /** The project key whose region this is. */
    @Column(name = "key_id")
    String keyId;

    String region;
    String name;

    @Column(name = "checked_valid")
    boolean checkedValid;

    @Column(name = "checked_at")
    Instant checkedAt;
}
