package io.keyward.endpoint.registry;

import io.keyward.atlas.Paging;
import io.keyward.endpoint.registry.column.EndpointStateCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people read of endpoints. Endpoints that are gone are as if they had never been, save that those that replaced others are counted.
 *
 * <p>The text of a query with a limit is never that of one without: two that are first used at the same moment would share a plan that knows a limit and
 * one that does not, and Hibernate Reactive 3.2 fails on that.
 */
@ApplicationScoped
public class EndpointPageStore {
    private static final String OF_PROJECT =
            "from EndpointEntity where groupId = :groupId and state <> '" + EndpointStateCodec.DELETED + "'";
    private static final String OF_PROVIDER = OF_PROJECT + " and provider = :provider";
    private static final String PAGE = " order by createdAt, id limit :limit offset :offset";
    private static final String REPLACEMENTS = "select lineageId, count(*) from EndpointEntity"
            + " where lineageId in :lineages and predecessorId is not null and createdAt > :after group by lineageId";

    /**
     * Part of a project's endpoints.
     *
     * @param total how many there are altogether
     */
    public record Slice(List<Endpoint> endpoints, long total) {}

    /** One page of a project's endpoints on a provider, oldest first. */
    public Uni<Slice> list(String groupId, String provider, Paging paging) {
        return page(OF_PROVIDER, Map.of("groupId", groupId, "provider", provider), paging);
    }

    /** One page of a project's endpoints, wherever they are, oldest first. */
    public Uni<Slice> list(String groupId, Paging paging) {
        return page(OF_PROJECT, Map.of("groupId", groupId), paging);
    }

    /** One of a project's, wherever it is. */
    public Uni<Optional<Endpoint>> find(String groupId, String id) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery(OF_PROJECT + " and id = :id", EndpointEntity.class)
                        .setParameter("groupId", groupId)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(EndpointEntity::toRecord)));
    }

    /** How many replacements each of these lineages has had after {@code after}, those that are gone included; a lineage without any is left out. */
    public Uni<Map<String, Long>> replacements(Collection<String> lineages, Instant after) {
        return lineages.isEmpty() ? Uni.createFrom().item(Map.of()) : counted(lineages, after);
    }

    private static Uni<Map<String, Long>> counted(Collection<String> lineages, Instant after) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery(REPLACEMENTS, Object[].class)
                        .setParameter("lineages", Set.copyOf(lineages))
                        .setParameter("after", after)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]))));
    }

    private static Uni<Slice> page(String from, Map<String, Object> parameters, Paging paging) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> {
            var count = session.createQuery("select count(*) " + from, Long.class);
            var page = session.createQuery(from + PAGE, EndpointEntity.class)
                    .setParameter("limit", paging.itemsPerPage())
                    .setParameter("offset", paging.offset());
            parameters.forEach((name, value) -> {
                count.setParameter(name, value);
                page.setParameter(name, value);
            });
            return count.getSingleResult()
                    .chain(total -> page.getResultList().map(rows -> new Slice(records(rows), total)));
        }));
    }

    private static List<Endpoint> records(List<EndpointEntity> rows) {
        return rows.stream().map(EndpointEntity::toRecord).toList();
    }
}
