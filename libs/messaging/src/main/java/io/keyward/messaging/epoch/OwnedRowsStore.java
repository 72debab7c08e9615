package io.keyward.messaging.epoch;

import io.keyward.messaging.epoch.Owned.Rows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of some aggregates the database knows, and since which revision. */
@ApplicationScoped
class OwnedRowsStore {

    /** Their revisions, by id. */
    Uni<Map<String, Long>> revisions(List<Rows> all, Collection<String> ids) {
        Map<String, Long> found = new HashMap<>();
        return Panache.withSession(() -> Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(rows -> query(rows, ids))
                .invoke(rows -> rows.forEach(row -> found.put((String) row[0], ((Number) row[1]).longValue())))
                .collect()
                .last()
                .replaceWith(found));
    }

    /** Tables and columns are named by the code, never by anybody outside. */
    private static Uni<List<Object[]>> query(Rows rows, Collection<String> ids) {
        String query = "select cast(%s as text), revision from %s where cast(%1$s as text) in (:ids)"
                .formatted(rows.id(), rows.table());
        return Panache.getSession().chain(session -> session.createNativeQuery(query, Object[].class)
                .setParameter("ids", ids)
                .getResultList());
    }
}
