package io.keyward.config.encryption.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "project_key")
class ProjectKeyEntity extends PanacheEntityBase {
    static final String CURRENT = "CURRENT";
    static final String FORMER = "FORMER";

    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    String provider;
    String name;

    /** The key and what opens it, as JSON. */
    String settings;

    String state;
    Instant since;

    @Column(name = "replaced_at")
    @Nullable
    Instant replacedAt;
}
