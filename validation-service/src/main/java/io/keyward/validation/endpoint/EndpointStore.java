package io.keyward.validation.endpoint;

import io.keyward.contracts.EndpointEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Private endpoints, one row each. Every method takes part in the caller's transaction, or opens one of its own. */
@ApplicationScoped
public class EndpointStore {

    /** All endpoints that the project has or ever had, those that are gone included. */
    public Uni<List<Endpoint>> ofProject(String groupId) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createQuery(
                                "from EndpointEntity where groupId = :groupId order by id", EndpointEntity.class)
                        .setParameter("groupId", groupId)
                        .getResultList())
                .map(rows -> rows.stream().map(EndpointEntity::toRecord).toList()));
    }

    /** Takes in an event, in the caller's transaction and under the project's lock. */
    Uni<Void> take(EndpointEvent event, EndpointState told) {
        return Panache.getSession().chain(session -> session.find(EndpointEntity.class, event.endpointId())
                .onItem()
                .ifNull()
                .continueWith(() -> unknown(event.endpointId()))
                .invoke(row -> row.take(event, told))
                .chain(session::persist));
    }

    private static EndpointEntity unknown(String endpointId) {
        var row = new EndpointEntity();
        row.id = endpointId;
        return row;
    }
}
