package io.keyward.config.cluster.args;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.config.activity.ActivityLog;
import io.keyward.config.activity.entry.ActivityEntry;
import io.keyward.config.activity.entry.EventType;
import io.keyward.config.cluster.store.Cluster;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What was set of each cluster's processes. */
@ApplicationScoped
class ProcessArgsStore {
    private static final String FIND =
            "select cast(args as text) from cluster_process_args where cluster_id = :cluster";
    private static final String MERGE = """
            insert into cluster_process_args (cluster_id, args) values (:cluster, cast(cast(:args as text) as jsonb))
            on conflict (cluster_id) do update set args = cluster_process_args.args || excluded.args
            returning cast(args as text)
            """;
    private static final TypeReference<Map<String, Object>> ARGS = new TypeReference<>() {};

    private final ActivityLog log;
    private final Clock clock;
    private final ObjectMapper json;

    ProcessArgsStore(ActivityLog log, Clock clock, ObjectMapper json) {
        this.log = log;
        this.clock = clock;
        this.json = json;
    }

    /** What was set, by name. */
    Uni<Map<String, Object>> find(String clusterId) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(FIND, String.class)
                        .setParameter("cluster", clusterId)
                        .getResultList()
                        .map(rows -> rows.isEmpty() ? Map.of() : read(rows))));
    }

    /**
     * Adds what was sent to what is set, in one statement, so that two at once both count, and to the activity log; answers what is set from
     * now on.
     */
    Uni<Map<String, Object>> merge(Cluster cluster, ProcessArgs sent, Actor actor) {
        return Panache.withTransaction(() -> merge(cluster.id(), write(sent))
                .call(() -> log.record(ActivityEntry.ofProject(
                                cluster.groupId(),
                                EventType.CLUSTER_PROCESS_ARGS_UPDATE_SUBMITTED,
                                "Settings of the processes of the cluster " + cluster.name() + " were asked for: "
                                        + write(sent),
                                actor,
                                clock.instant())
                        .withCluster(cluster.name()))));
    }

    private Uni<Map<String, Object>> merge(String clusterId, String sent) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MERGE, String.class)
                        .setParameter("cluster", clusterId)
                        .setParameter("args", sent)
                        .getResultList())
                .map(this::read);
    }

    private Map<String, Object> read(List<String> rows) {
        try {
            return json.readValue(rows.getFirst(), ARGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored settings of processes cannot be read", e);
        }
    }

    private String write(ProcessArgs args) {
        try {
            return json.writeValueAsString(args);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings of processes cannot be written", e);
        }
    }
}
