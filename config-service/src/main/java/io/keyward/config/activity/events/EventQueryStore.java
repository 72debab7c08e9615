package io.keyward.config.activity.events;

import io.keyward.atlas.Paging;
import io.keyward.config.PageStore;
import io.keyward.config.Slice;
import io.keyward.config.activity.entry.EventType;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the activity log. */
@ApplicationScoped
class EventQueryStore {
    private static final String FIELDS = """
            select e.id, e.groupId, e.orgId, e.type, e.clusterName, e.detail, e.at,
                   e.actorType, e.actorId, e.actorName, e.address, %s
            from ActivityEntity e where %s
            """;
    private static final String WITH_PAYLOAD = "e.payload";
    private static final String WITHOUT_PAYLOAD = "cast(null as String)";

    /** One page of a log, newest first; entries of the same time in the reverse of the order in which they were written. */
    Uni<Slice<LoggedEvent>> list(Log log, EventFilter filter, boolean includeRaw, Paging paging) {
        Map<String, Object> parameters = new HashMap<>();
        String items = items(log, filter, parameters);
        return Panache.withSession(() -> PageStore.newestIds(items, parameters, paging)
                .chain(page -> page.items().isEmpty()
                        ? Uni.createFrom().item(new Slice<>(List.of(), page.total()))
                        : load("e.id in :ids order by e.at desc, e.id desc", Map.of("ids", page.items()), includeRaw)
                                .map(found -> new Slice<>(found, page.total()))));
    }

    Uni<Optional<LoggedEvent>> find(Log log, String id, boolean includeRaw) {
        return Panache.withSession(() -> load("e.id = :id", Map.of("id", id), includeRaw))
                .map(found -> found.stream().filter(log::has).findFirst());
    }

    /** A query of what is asked for, as {@link PageStore} wants it; adds what it names to {@code parameters}. */
    static String items(Log log, EventFilter filter, Map<String, Object> parameters) {
        StringBuilder where =
                new StringBuilder("select id, at as position from activity_entry where ").append(log.condition());
        parameters.put("owner", log.ownerId());
        if (!filter.clusterNames().isEmpty()) {
            where.append(" and cluster_name in (:clusters)");
            parameters.put("clusters", filter.clusterNames());
        }
        if (!filter.types().isEmpty()) {
            where.append(" and type in (:types)");
            parameters.put("types", names(filter.types()));
        }
        if (!filter.excludedTypes().isEmpty()) {
            where.append(" and type not in (:excluded)");
            parameters.put("excluded", names(filter.excludedTypes()));
        }
        if (filter.from() != null) {
            where.append(" and at >= :from");
            parameters.put("from", filter.from());
        }
        if (filter.until() != null) {
            where.append(" and at < :until");
            parameters.put("until", filter.until());
        }
        return where.toString();
    }

    private static List<String> names(Set<EventType> types) {
        return types.stream().map(EventType::name).toList();
    }

    private static Uni<List<LoggedEvent>> load(String condition, Map<String, Object> parameters, boolean includeRaw) {
        String query = FIELDS.formatted(includeRaw ? WITH_PAYLOAD : WITHOUT_PAYLOAD, condition);
        return Panache.getSession()
                .chain(session -> {
                    var select = session.createQuery(query, Object[].class);
                    parameters.forEach(select::setParameter);
                    return select.getResultList();
                })
                .map(rows -> rows.stream().map(EventQueryStore::event).toList());
    }

    private static LoggedEvent event(Object[] row) {
        return new LoggedEvent(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (Instant) row[6],
                new Actor((String) row[7], (String) row[8], (String) row[9], (String) row[10]),
                (String) row[11]);
    }
}
