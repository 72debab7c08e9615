package io.keyward.config.cluster.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

@Entity
@Table(name = "cluster")
class ClusterEntity extends PanacheEntityBase {
    static final String PRESENT = "PRESENT";
    static final String DELETING = "DELETING";
    static final String DELETED = "DELETED";

    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    String name;

    /** PRESENT, then DELETING until its driver has seen it gone, then DELETED for ever. */
    String phase;

    @Column(name = "encryption_provider")
    String encryptionProvider;

    String spec;

    @Column(name = "created_at")
    Instant createdAt;

    long revision;

    @Version
    int version;

    /** The cluster of that name that is not deleted; null when there is none. In the caller's open session. */
    static Uni<ClusterEntity> named(String groupId, String name) {
        return find("groupId = ?1 and name = ?2 and phase <> 'DELETED'", groupId, name)
                .firstResult();
    }
}
