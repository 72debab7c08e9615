package io.keyward.config.encryption.credential;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "kms_credential")
class KmsCredentialEntity extends PanacheEntityBase {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    String provider;

    byte[] sealed;

    @Column(name = "created_at")
    Instant createdAt;
}
