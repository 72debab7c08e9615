package io.keyward.validation.hint.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code hint_source}. */
@Entity
@Table(name = "hint_source")
class HintSourceEntity {
    @Id
    @Column(name = "hint_source_id")
    String id;

    @Column(name = "group_id")
    String groupId;

    String provider;

    @Column(name = "token_hash", columnDefinition = "bytea")
    byte[] tokenHash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_received_at")
    @Nullable
    Instant lastReceivedAt;

    HintSource toRecord() {
        return new HintSource(id, groupId, provider, createdAt, lastReceivedAt);
    }
}
