package io.keyward.config.cluster;

import io.keyward.config.encryption.KeyUsers;
import io.keyward.config.project.ClusterCounter;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers other features' questions about which clusters there are, in their session. */
@ApplicationScoped
class ClusterCensusStore implements KeyUsers, ClusterCounter {

    @Override
    public Uni<List<String>> clustersUsing(String groupId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select name from cluster where group_id = :group and phase = 'PRESENT'"
                                + " and encryption_provider = 'AWS' order by name",
                        String.class)
                .setParameter("group", groupId)
                .getResultList());
    }

    @Override
    public Uni<Map<String, Long>> countIn(Collection<String> groupIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select group_id, count(*) from cluster where group_id in (:groups)"
                                        + " and phase <> 'DELETED' group by group_id",
                                Object[].class)
                        .setParameter("groups", groupIds)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue())));
    }
}
