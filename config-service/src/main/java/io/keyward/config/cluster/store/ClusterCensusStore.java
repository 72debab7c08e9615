package io.keyward.config.cluster.store;

import io.keyward.config.encryption.settings.ClusterUse;
import io.keyward.config.encryption.store.KeyUsers;
import io.keyward.config.project.ProjectStore.ClusterCounter;
import io.keyward.config.project.closing.ProjectClusters;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers other features' questions about which clusters there are, in their session. */
@ApplicationScoped
class ClusterCensusStore implements KeyUsers, ClusterCounter, ProjectClusters {

    private final ClusterJson json;
    private final ClusterEvents events;

    ClusterCensusStore(ClusterJson json, ClusterEvents events) {
        this.json = json;
        this.events = events;
    }

    @Override
    public Uni<List<ClusterUse>> clustersUsing(String groupId) {
        return ClusterEntity.<ClusterEntity>list(
                        "groupId = ?1 and phase <> 'DELETED' and keyIds <> '' order by name", groupId)
                .map(rows -> rows.stream().map(this::use).toList());
    }

    @Override
    public Uni<Void> rewrap(String groupId, String keyId, Actor actor) {
        return ClusterEntity.<ClusterEntity>list(
                        "groupId = ?1 and phase = 'PRESENT' and encryptionProvider = 'AWS' order by name", groupId)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> {
                            row.wantKey(keyId);
                            return events.updated(row, actor).replaceWith(row);
                        })
                        .collect()
                        .last()
                        .replaceWithVoid());
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

    @Override
    public Uni<List<String>> clustersOf(String groupId) {
        return ClusterEntity.<ClusterEntity>list("groupId = ?1 and phase <> 'DELETED' order by name", groupId)
                .map(rows -> rows.stream().map(row -> row.name).toList());
    }

    private ClusterUse use(ClusterEntity row) {
        List<ClusterUse.Place> places = ClusterEvents.regions(json.spec(row.spec)).stream()
                .map(region -> new ClusterUse.Place(region.provider(), region.region()))
                .toList();
        return new ClusterUse(row.name, row.phase.equals(ClusterEntity.DELETING), places, row.keyIds(), null);
    }
}
