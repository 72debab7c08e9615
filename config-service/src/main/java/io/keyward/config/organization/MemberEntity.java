package io.keyward.config.organization;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person of an organisation: whom to write to. */
@Entity
@Table(name = "member")
class MemberEntity extends PanacheEntityBase {
    @Id
    String id;

    @Column(name = "org_id")
    String orgId;

    String name;
    String email;
    String role;
}
