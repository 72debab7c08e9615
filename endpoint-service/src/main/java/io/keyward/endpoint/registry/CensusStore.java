package io.keyward.endpoint.registry;

import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts and looks up across projects, for those who watch over the installation. */
@ApplicationScoped
public class CensusStore {
    private static final String BY_STATE =
            "select state, count(*) from endpoint where state <> 'DELETED' group by state";
    private static final String ABANDONED = """
            select region from endpoint where provider = :provider
            group by region having bool_and(state = 'DELETED')""";

    /** How many endpoints show as what. */
    public Uni<Map<EndpointStatus, Long>> byStatus() {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(BY_STATE, Object[].class).getResultList())
                .map(CensusStore::counted));
    }

    private static Map<EndpointStatus, Long> counted(List<Object[]> rows) {
        var counts = new EnumMap<EndpointStatus, Long>(EndpointStatus.class);
        for (Object[] row : rows) {
            counts.merge(EndpointStateCodec.statusOf((String) row[0]), ((Number) row[1]).longValue(), Long::sum);
        }
        return counts;
    }

    /** The regions in which this provider once had an endpoint of ours and has none any more, as it spells them. */
    public Uni<List<String>> abandonedRegions(String provider) {
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(ABANDONED, String.class)
                        .setParameter("provider", provider)
                        .getResultList()));
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
