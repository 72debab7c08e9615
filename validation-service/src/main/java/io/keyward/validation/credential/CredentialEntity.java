package io.keyward.validation.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code credential}. Never changes: another secret has another id. */
@Entity
@Table(name = "credential")
class CredentialEntity {
    @Id
    @Column(name = "credential_id")
    String id;

    @Column(name = "group_id")
    String groupId;

    @Column(columnDefinition = "bytea")
    byte[] sealed;

    @Column(name = "fetched_at")
    Instant fetchedAt;
}
