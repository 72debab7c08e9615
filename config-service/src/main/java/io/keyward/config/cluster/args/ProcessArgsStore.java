package io.keyward.config.cluster.args;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

    private final ObjectMapper json;

    ProcessArgsStore(ObjectMapper json) {
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

    /** Adds what was sent to what is set, in one statement, so that two at once both count; answers what is set from now on. */
    Uni<Map<String, Object>> merge(String clusterId, ProcessArgs sent) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(MERGE, String.class)
                        .setParameter("cluster", clusterId)
                        .setParameter("args", write(sent))
                        .getResultList()
                        .map(this::read)));
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
