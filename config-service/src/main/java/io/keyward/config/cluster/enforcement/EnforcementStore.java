package io.keyward.config.cluster.enforcement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.config.cluster.enforcement.Seen.Phase;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.Addresses;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.contracts.EnforcementEvent.PrivatePath;
import io.keyward.contracts.EnforcementEvent.Rewrap;
import io.keyward.contracts.EnforcementEvent.StopReason;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Projection of {@code keyward.enforcement}. */
@ApplicationScoped
public class EnforcementStore {
    private static final TypeReference<List<StopReason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<Details> DETAILS = new TypeReference<>() {};
    private static final String PROJECT = """
            insert into cluster_enforcement
                (cluster_id, phase, seen_running, since, reasons, refused_since, details, revision)
            values (:clusterId, :phase, :seenRunning, :since, :reasons, cast(:refusedSince as timestamptz), :details, :revision)
            on conflict (cluster_id) do update
            set phase = excluded.phase, since = excluded.since, reasons = excluded.reasons, revision = excluded.revision,
                refused_since = excluded.refused_since, details = excluded.details,
                seen_running = cluster_enforcement.seen_running or excluded.seen_running
            where cluster_enforcement.revision < excluded.revision
            returning cluster_id
            """;

    private final EnforcedClusters clusters;
    private final ObjectMapper json;

    EnforcementStore(EnforcedClusters clusters, ObjectMapper json) {
        this.clusters = clusters;
        this.json = json;
    }

    /** What is kept of an event beside the columns; all of it may be absent. */
    record Details(
            @Nullable List<StopReason> heldBack,
            @Nullable Rewrap rewrap,
            @Nullable Addresses addresses,
            @Nullable List<PrivatePath> privatePaths) {}

    /** What is known of each of those clusters, by id, as far as anything is. Joins the caller's open session, if there is one. */
    public Uni<Map<String, Seen>> seen(Collection<String> clusterIds) {
        return Panache.withSession(() -> EnforcementEntity.<EnforcementEntity>list("clusterId in ?1", clusterIds))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.clusterId, this::seen)));
    }

    /** Takes an event over unless a later one was seen, and tells the owner of clusters what became of one. */
    Uni<Void> project(EnforcementEvent event) {
        return switch (event) {
            case EnforcementEvent.StartRequested start -> upsert(event, Phase.STARTING);
            case EnforcementEvent.Running running -> upsert(event, Phase.RUNNING);
            case EnforcementEvent.StopRequested stop -> upsert(event, Phase.STOP_REQUESTED);
            case EnforcementEvent.StopDeferred deferred -> upsert(event, Phase.DEFERRED);
            case EnforcementEvent.Stopped stopped -> upsert(event, Phase.STOPPED);
            case EnforcementEvent.ResumeRequested resume -> upsert(event, Phase.RESUMING);
            case EnforcementEvent.RemovalRequested removal -> upsert(event, Phase.REMOVING);
            case EnforcementEvent.Removed removed -> upsert(event, Phase.REMOVED);
            case EnforcementEvent.Unrecognized unrecognized -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> upsert(EnforcementEvent event, Phase phase) {
        Enforcement enforcement = event.enforcement();
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(PROJECT, String.class)
                        .setParameter("clusterId", event.clusterId())
                        .setParameter("phase", phase.name())
                        .setParameter("seenRunning", phase == Phase.RUNNING)
                        .setParameter("since", enforcement.since())
                        .setParameter("reasons", write(enforcement.reasons()))
                        .setParameter("refusedSince", enforcement.nodesRefusedSince())
                        .setParameter("details", write(details(enforcement)))
                        .setParameter("revision", event.revision())
                        .getResultList())
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().voidItem() : tell(event, phase)));
    }

    /** What runs without a word of what was carried out is told by a release that did not know of it: it runs as it is wanted. */
    private Uni<Void> tell(EnforcementEvent event, Phase phase) {
        if (phase == Phase.REMOVED) {
            return clusters.gone(event.clusterId(), event.actor());
        }
        Long applied = event.enforcement().appliedRevision();
        if (applied == null) {
            return phase == Phase.RUNNING
                    ? clusters.applied(event.clusterId(), Long.MAX_VALUE)
                    : Uni.createFrom().voidItem();
        }
        return clusters.applied(event.clusterId(), applied);
    }

    private Seen seen(EnforcementEntity row) {
        Details details = read(row.details, DETAILS);
        return new Seen(
                Phase.valueOf(row.phase),
                row.seenRunning,
                row.since,
                read(row.reasons, REASONS),
                details.heldBack() == null ? List.of() : details.heldBack(),
                row.refusedSince,
                details.rewrap(),
                details.addresses(),
                details.privatePaths() == null ? List.of() : details.privatePaths());
    }

    private static Details details(Enforcement enforcement) {
        return new Details(
                enforcement.heldBack(), enforcement.rewrap(), enforcement.addresses(), enforcement.privatePaths());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a driver said cannot be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a driver said cannot be read", e);
        }
    }
}
