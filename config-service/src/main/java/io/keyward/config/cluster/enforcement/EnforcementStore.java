package io.keyward.config.cluster.enforcement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.cluster.enforcement.ClusterStatus.Enforced;
import io.keyward.config.cluster.enforcement.ClusterStatus.Seen;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.StopReason;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Projection of {@code keyward.enforcement}. */
@ApplicationScoped
public class EnforcementStore {
    private static final TypeReference<List<StopReason>> REASONS = new TypeReference<>() {};
    private static final String PROJECT = """
            insert into cluster_enforcement (cluster_id, phase, seen_running, since, reasons, revision)
            values (:clusterId, :phase, :seenRunning, :since, :reasons, :revision)
            on conflict (cluster_id) do update
            set phase = excluded.phase, since = excluded.since, reasons = excluded.reasons, revision = excluded.revision,
                seen_running = cluster_enforcement.seen_running or excluded.seen_running
            where cluster_enforcement.revision < excluded.revision
            returning cluster_id
            """;

    private final RemovedClusters clusters;
    private final ObjectMapper json;

    EnforcementStore(RemovedClusters clusters, ObjectMapper json) {
        this.clusters = clusters;
        this.json = json;
    }

    /** What is known of each of those clusters, by id, as far as anything is. Joins the caller's open session, if there is one. */
    public Uni<Map<String, Seen>> seen(Collection<String> clusterIds) {
        return Panache.withSession(() -> EnforcementEntity.<EnforcementEntity>list("clusterId in ?1", clusterIds))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.clusterId, this::seen)));
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
                        .setParameter("reasons", write(event.enforcement().reasons()))
                        .setParameter("revision", event.revision())
                        .getResultList())
                .chain(rows -> phase == Enforced.REMOVED && !rows.isEmpty()
                        ? clusters.gone(event.clusterId(), event.actor())
                        : Uni.createFrom().voidItem()));
    }

    private Seen seen(EnforcementEntity row) {
        List<StopReason> reasons = read(row.reasons);
        Optional<StopReason> first = reasons.stream().findFirst();
        return new Seen(
                Enforced.valueOf(row.phase),
                row.seenRunning,
                row.since,
                first.map(StopReason::key).orElse(null),
                first.map(StopReason::reason).orElse(null),
                first.map(StopReason::explanation).orElse(null),
                reasons.stream().flatMap(EnforcementStore::region).distinct().toList());
    }

    private static Stream<String> region(StopReason reason) {
        return Stream.ofNullable(reason.region())
                .map(region -> AwsRegion.find(region).map(AwsRegion::atlasName).orElse(region));
    }

    private String write(List<StopReason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons cannot be written", e);
        }
    }

    private List<StopReason> read(String text) {
        try {
            return json.readValue(text, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored reasons cannot be read", e);
        }
    }
}
