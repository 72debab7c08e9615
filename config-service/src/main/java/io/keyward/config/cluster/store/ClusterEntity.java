package io.keyward.config.cluster.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The project keys under which anything of it is or is to be wrapped, the wanted one first, with blanks between them. */
    @Column(name = "key_ids")
    String keyIds = "";

    @Column(name = "created_at")
    Instant createdAt;

    long revision;

    @Version
    int version;

    List<String> keyIds() {
        return keyIds.isEmpty() ? List.of() : List.of(keyIds.split(" "));
    }

    /** Wants it under that project key from now on, besides those that it is under. */
    void wantKey(String keyId) {
        keyIds = Stream.concat(Stream.of(keyId), keyIds().stream()).distinct().collect(Collectors.joining(" "));
    }

    /** The cluster of that name that is not deleted; null when there is none. In the caller's open session. */
    static Uni<ClusterEntity> named(String groupId, String name) {
        return find("groupId = ?1 and name = ?2 and phase <> 'DELETED'", groupId, name)
                .firstResult();
    }
}
