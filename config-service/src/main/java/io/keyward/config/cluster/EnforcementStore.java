package io.keyward.config.cluster;

import io.keyward.config.cluster.spec.ClusterStatus.Enforced;
import io.keyward.contracts.EnforcementEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Projection of {@code keyward.enforcement}. */
@ApplicationScoped
class EnforcementStore {
    private static final String PROJECT = """
            insert into cluster_enforcement (cluster_id, phase, seen_running, since, reasons, revision)
            values (:clusterId, :phase, :seenRunning, :since, :reasons, :revision)
            on conflict (cluster_id) do update
            set phase = excluded.phase, since = excluded.since, reasons = excluded.reasons, revision = excluded.revision,
                seen_running = cluster_enforcement.seen_running or excluded.seen_running
            where cluster_enforcement.revision < excluded.revision
            returning cluster_id
            """;

    private final ClusterStore clusters;
    private final ClusterJson json;

    EnforcementStore(ClusterStore clusters, ClusterJson json) {
        this.clusters = clusters;
        this.json = json;
    }

    /** Takes an event over unless a later one was seen; a cluster that was seen gone is deleted with it. */
    Uni<Void> project(EnforcementEvent event) {
        return switch (event) {
            case EnforcementEvent.StartRequested start -> upsert(event, Enforced.STARTING);
            case EnforcementEvent.Running running -> upsert(event, Enforced.RUNNING);
            case EnforcementEvent.StopRequested stop -> upsert(event, Enforced.STOP_REQUESTED);
            case EnforcementEvent.StopDeferred deferred -> upsert(event, Enforced.DEFERRED);
            case EnforcementEvent.Stopped stopped -> upsert(event, Enforced.STOPPED);
            case EnforcementEvent.ResumeRequested resume -> upsert(event, Enforced.RESUMING);
            case EnforcementEvent.RemovalRequested removal -> upsert(event, Enforced.REMOVING);
            case EnforcementEvent.Removed removed -> upsert(event, Enforced.REMOVED);
            case EnforcementEvent.Unrecognized unrecognized -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> upsert(EnforcementEvent event, Enforced phase) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(PROJECT, String.class)
                        .setParameter("clusterId", event.clusterId())
                        .setParameter("phase", phase.name())
                        .setParameter("seenRunning", phase == Enforced.RUNNING)
                        .setParameter("since", event.enforcement().since())
                        .setParameter("reasons", json.write(event.enforcement().reasons()))
                        .setParameter("revision", event.revision())
                        .getResultList())
                .chain(rows -> phase == Enforced.REMOVED && !rows.isEmpty()
                        ? clusters.gone(event.clusterId(), event.actor())
                        : Uni.createFrom().voidItem()));
    }
}
