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
import org.jspecify.annotations.Nullable;

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

    /** Whether a person paused it. */
    boolean paused;

    /** When a person resumed it last. */
    @Column(name = "resumed_at")
    @Nullable
    Instant resumedAt;

    /** What was asked and is not done yet; see {@link ClusterColumns#plan}. */
    @Nullable
    String plan;

    /** Revision of the event that asked for it. */
    @Column(name = "asked_revision")
    long askedRevision;

    @Column(name = "asked_at")
    @Nullable
    Instant askedAt;

    @Column(name = "former_spec")
    @Nullable
    String formerSpec;

    /** Whether its snapshots stay when it goes. */
    @Column(name = "retain_backups")
    boolean retainBackups;

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

    /** Leaves it under the wanted project key alone, or under none when it is to use none; whether that changes anything. */
    boolean keepWantedKey(boolean usesKey) {
        String kept = usesKey ? keyIds().stream().findFirst().orElse("") : "";
        boolean changes = !kept.equals(keyIds);
        keyIds = kept;
        return changes;
    }

    /** The cluster of that name that is not deleted; null when there is none. In the caller's open session. */
    static Uni<ClusterEntity> named(String groupId, String name) {
        return find("groupId = ?1 and name = ?2 and phase <> 'DELETED'", groupId, name)
                .firstResult();
    }
}
