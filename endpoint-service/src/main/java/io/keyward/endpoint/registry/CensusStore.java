package io.keyward.endpoint.registry;

import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.registry.column.EndpointStateCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts and looks up across projects, for those who watch over the installation. */
@ApplicationScoped
public class CensusStore {
    /** What waits for a customer's approval is not under way: nobody knows when that comes. */
    private static final String BY_STATE = """
            select provider, state, count(*), cast(extract(epoch from min(since)
                filter (where state in ('REQUESTED', 'PROVISIONING', 'LOST', 'DELETING'))) * 1000 as bigint)
            from endpoint where state <> 'DELETED' group by provider, state""";

    /**
     * Endpoints as they were counted.
     *
     * @param counts by provider and by what the API shows; what there is none of is missing
     * @param oldestUnderWay since when the endpoint that is longest under way has been in its state; empty when none is
     */
    public record Census(Map<String, Map<EndpointStatus, Long>> counts, Optional<Instant> oldestUnderWay) {
        public static final Census NOTHING = new Census(Map.of(), Optional.empty());

        public long of(String provider, EndpointStatus status) {
            return counts.getOrDefault(provider, Map.of()).getOrDefault(status, 0L);
        }
    }

    /** How many endpoints show as what, and since when the oldest is under way. */
    public Uni<Census> take() {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(BY_STATE, Object[].class).getResultList())
                .map(CensusStore::counted));
    }

    private static Census counted(List<Object[]> rows) {
        var counts = new HashMap<String, Map<EndpointStatus, Long>>();
        for (Object[] row : rows) {
            counts.computeIfAbsent((String) row[0], provider -> new EnumMap<>(EndpointStatus.class))
                    .merge(EndpointStateCodec.statusOf((String) row[1]), ((Number) row[2]).longValue(), Long::sum);
        }
        return new Census(counts, oldest(rows));
    }

    private static Optional<Instant> oldest(List<Object[]> rows) {
        return rows.stream()
                .map(row -> row[3])
                .filter(Number.class::isInstance)
                .map(millis -> Instant.ofEpochMilli(((Number) millis).longValue()))
                .min(Instant::compareTo);
    }

    /** Those of {@code ids} that there is a record of: true when the endpoint is to be gone. */
    public Uni<Map<String, Boolean>> recorded(Collection<String> ids) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery("from EndpointEntity where id in :ids", EndpointEntity.class)
                        .setParameter("ids", Set.copyOf(ids))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(
                                Collectors.toMap(row -> row.id, row -> row.state.equals(EndpointStateCodec.DELETED)))));
    }
}
