package io.keyward.config.cluster.store;

import io.keyward.contracts.Topics;
import io.keyward.messaging.epoch.Restated;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Clusters, to be told of again; those that are gone, too. */
@ApplicationScoped
class ClusterRestateStore implements Restated {
    private static final String OLDER =
            "select c.id from ClusterEntity c where c.revision < ?1 and c.id > ?2 order by c.id";

    private final ClusterEvents events;

    ClusterRestateStore(ClusterEvents events) {
        this.events = events;
    }

    @Override
    public String topic() {
        return Topics.CLUSTERS;
    }

    @Override
    public List<Rows> rows() {
        return List.of(new Rows("cluster", "id"));
    }

    @Override
    public Uni<List<String>> older(long floor, String after, int limit) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createQuery(OLDER, String.class)
                .setParameter(1, floor)
                .setParameter(2, after)
                .setMaxResults(limit)
                .getResultList()));
    }

    @Override
    public Uni<Boolean> restate(String id, long floor, boolean outdated) {
        return Panache.withTransaction(() -> ClusterEntity.<ClusterEntity>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> row.revision >= floor ? Uni.createFrom().voidItem() : events.restated(row))
                .replaceWith(true));
    }
}
