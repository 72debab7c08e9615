package io.keyward.validation.enforcement;

import io.keyward.validation.enforcement.asking.Asking;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.enforcement.plan.Phase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A cluster: the tenant's wish as config-service tells it, and how far it is enforced. */
@Entity
@Table(name = "cluster")
class ClusterEntity {
    @Id
    @Column(name = "cluster_id")
    String id;

    @Column(name = "group_id")
    String groupId;

    String name;

    /** {@code NONE}, or the provider of the keys that its data is wrapped with. */
    @Column(name = "key_provider")
    String keyProvider;

    /** JSON list of {@code {provider, region}}. */
    @Column(columnDefinition = "text")
    String regions;

    /** JSON list of the project keys that it is under, the wanted one first; empty when they were never told. */
    @Column(name = "key_ids", columnDefinition = "text")
    String keyIds = "[]";

    /** Since when a person has it paused; null when nobody has. */
    @Column(name = "paused_since")
    @Nullable
    Instant pausedSince;

    @Column(name = "paused_by", columnDefinition = "text")
    @Nullable
    String pausedBy;

    /** Whether the tenant still wants it. */
    boolean wanted;

    /** Revision of the last event of config-service that was taken in. */
    @Column(name = "cluster_revision")
    long clusterRevision;

    @Enumerated(EnumType.STRING)
    Phase phase = Phase.NEW;

    @Column(name = "phase_since")
    Instant phaseSince;

    /** JSON list of stop reasons. */
    @Column(columnDefinition = "text")
    String reasons = "[]";

    /** JSON list of the stop reasons that observe mode or the freeze holds back. */
    @Column(name = "held_back", columnDefinition = "text")
    String heldBack = "[]";

    @Column(name = "request_revision")
    long requestRevision;

    /** What {@code clusterRevision} was when the request in force was made. */
    @Column(name = "request_cluster_revision")
    long requestClusterRevision;

    /** Revision of the last event on the enforcement topic. */
    long revision;

    @Enumerated(EnumType.STRING)
    @Column(name = "observed_state")
    @Nullable
    Observed observedState;

    @Column(name = "observed_revision")
    @Nullable
    Long observedRevision;

    @Column(name = "observed_at")
    @Nullable
    Instant observedAt;

    @Column(name = "observed_message", columnDefinition = "text")
    @Nullable
    String observedMessage;

    @Column(name = "applied_revision")
    @Nullable
    Long appliedRevision;

    @Column(name = "nodes_reach_kms")
    @Nullable
    Boolean nodesReachKms;

    @Column(name = "nodes_refused_since")
    @Nullable
    Instant nodesRefusedSince;

    @Column(name = "rewrap_done")
    @Nullable
    Integer rewrapDone;

    @Column(name = "rewrap_total")
    @Nullable
    Integer rewrapTotal;

    /** JSON; null when they were never said. */
    @Column(columnDefinition = "text")
    @Nullable
    String addresses;

    /** JSON list of the private paths that its nodes are to take, none of them moved. */
    @Column(name = "private_paths", columnDefinition = "text")
    String privatePaths = "[]";

    /** JSON: since when its nodes take which private endpoint, as last told. */
    @Column(name = "private_endpoints", columnDefinition = "text")
    String privateEndpoints = "{}";

    /** How often the request in force was made again. */
    int asks;

    @Column(name = "ask_again_at")
    @Nullable
    Instant askAgainAt;

    @Column(name = "asked_blind")
    boolean askedBlind;

    @Version
    int version;

    Asking asking() {
        return new Asking(asks, askAgainAt, askedBlind);
    }

    void ask(Asking asking) {
        asks = asking.times();
        askAgainAt = asking.nextAt();
        askedBlind = asking.blind();
    }
}
