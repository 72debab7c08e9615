package io.keyward.endpoint.registry;

import io.keyward.endpoint.registry.column.EndpointStateCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/**
 * The gate of a project on a provider, and the rows of lineages behind it; always in the caller's transaction. Whoever adds an endpoint, or changes several
 * of a lineage, enters the gate first, and until its transaction ends nobody else does. Rows of endpoints are locked after it, in the order of their
 * ids; who changes one endpoint alone needs no gate. So nobody waits for somebody who waits for them.
 */
@ApplicationScoped
class LineageStore {
    private static final String THROUGH_GATE = """
            insert into project_gate as g (group_id, provider, closed_stamp) values (:groupId, :provider, :stamp)
            on conflict (group_id, provider) do update set closed_stamp = greatest(g.closed_stamp, excluded.closed_stamp)
            returning g.closed_stamp""";
    private static final String LINEAGE = "from EndpointEntity where lineageId = :lineage and state <> '"
            + EndpointStateCodec.DELETED + "' order by id";

    /** @return the stamp up to which the project is closed; 0 if it never was */
    Uni<Long> enter(String groupId, String provider) {
        return close(groupId, provider, 0);
    }

    /** Enters, and closes the project up to at least {@code stamp}. */
    Uni<Long> close(String groupId, String provider, long stamp) {
        return Panache.getSession().chain(session -> session.createNativeQuery(THROUGH_GATE, Long.class)
                .setParameter("groupId", groupId)
                .setParameter("provider", provider)
                .setParameter("stamp", stamp)
                .getSingleResult());
    }

    /** Locks all of a lineage that are still there. */
    Uni<List<EndpointEntity>> lock(String lineage) {
        return Panache.getSession().chain(session -> session.createQuery(LINEAGE, EndpointEntity.class)
                .setParameter("lineage", lineage)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList());
    }

    Uni<Void> add(EndpointEntity row) {
        return Panache.getSession().chain(session -> session.persist(row));
    }

    /** Writes what has changed, and so gives each row its new version. Of a lineage only one may hold its region, after each statement. */
    Uni<Void> write() {
        return Panache.getSession().chain(session -> session.flush());
    }
}
