package io.keyward.config.access.apikey;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

@Entity
@Table(name = "api_key")
class ApiKeyEntity extends PanacheEntityBase {
    @Id
    String id;

    @Column(name = "org_id")
    String orgId;

    String kind;

    @Column(name = "public_key")
    String publicKey;

    byte[] ha1;

    @Column(name = "created_at")
    Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "api_key_org_role", joinColumns = @JoinColumn(name = "api_key_id"))
    @Column(name = "role")
    Set<String> orgRoles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "api_key_project_role", joinColumns = @JoinColumn(name = "api_key_id"))
    Set<Grant> projectRoles = new HashSet<>();

    /** A role in a project. */
    @Embeddable
    record Grant(@Column(name = "group_id") String groupId, String role) {}
}
