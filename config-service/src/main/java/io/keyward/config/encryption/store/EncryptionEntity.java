package io.keyward.config.encryption.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "encryption_config")
class EncryptionEntity extends PanacheEntityBase {
    @Id
    @Column(name = "group_id")
    String groupId;

    /** The key of each provider that is on. */
    @Column(name = "provider_keys")
    String providerKeys;

    @Column(name = "search_nodes")
    boolean searchNodes;

    /** Numbers, by provider, the admissions and closings of private endpoints. */
    @Column(name = "admission_stamps")
    String admissionStamps;

    long revision;

    /** Counts the changes of what the tenant configured; regions come and go without it. Every write holds the project's lock. */
    int version;
}
