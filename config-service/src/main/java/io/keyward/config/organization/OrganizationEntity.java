package io.keyward.config.organization;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "organization")
class OrganizationEntity extends PanacheEntityBase {
    @Id
    String id;

    String name;

    @Column(name = "access_list_required")
    boolean accessListRequired;

    @Column(name = "created_at")
    Instant createdAt;
}
