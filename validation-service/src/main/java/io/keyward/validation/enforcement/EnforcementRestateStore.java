package io.keyward.validation.enforcement;

import io.keyward.contracts.Topics;
import io.keyward.messaging.epoch.Restated;
import io.keyward.validation.enforcement.EnforcementStore.Situations;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What is asked of clusters, to be asked anew: with a request that no driver has seen, as one that knows a later one of the former epoch would pass over
 * the old. Clusters that are gone are told of as they are.
 */
@ApplicationScoped
class EnforcementRestateStore implements Restated {
    private static final String OLDER = """
            select id from ClusterEntity
            where id > :after and requestRevision > 0 and requestRevision < :floor
            order by id""";

    private final EnforcementStore enforcement;
    private final Situations situations;
    private final Steering steering;

    EnforcementRestateStore(EnforcementStore enforcement, Situations situations, Steering steering) {
        this.enforcement = enforcement;
        this.situations = situations;
        this.steering = steering;
    }

    @Override
    public String topic() {
        return Topics.ENFORCEMENT;
    }

    @Override
    public List<Rows> rows() {
        return List.of(new Rows("cluster", "cluster_id"));
    }

    @Override
    public Uni<List<String>> older(long floor, String after, int limit) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createQuery(OLDER, String.class)
                .setParameter("floor", floor)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()));
    }

    @Override
    public Uni<Boolean> restate(String id, long floor, boolean outdated) {
        return Panache.withTransaction(() -> enforcement.locked(id).chain(cluster -> situations
                .ofProject(cluster.groupId)
                .chain(situation -> cluster.requestRevision >= floor
                        ? Uni.createFrom().item(true)
                        : steering.restate(cluster, situation, outdated))));
    }
}
