package io.keyward.config.cluster.enforcement;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "cluster_enforcement")
class EnforcementEntity extends PanacheEntityBase {
    @Id
    @Column(name = "cluster_id")
    String clusterId;

    String phase;

    @Column(name = "seen_running")
    boolean seenRunning;

    Instant since;
    String reasons;

    @Column(name = "refused_since")
    @Nullable
    Instant refusedSince;

    /** See {@link EnforcementStore.Details}. */
    String details;

    long revision;
}
