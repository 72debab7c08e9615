package io.keyward.config.cluster.store;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.cluster.enforcement.EnforcementStore;
import io.keyward.config.cluster.enforcement.Seen;
import io.keyward.config.cluster.plan.PlanRules;
import io.keyward.config.encryption.situation.ClusterUse;
import io.keyward.config.encryption.store.KeyUsers;
import io.keyward.config.project.ProjectStore.ClusterCounter;
import io.keyward.config.project.closing.ProjectClusters;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EnforcementEvent.Rewrap;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers other features' questions about which clusters there are, in their session. */
@ApplicationScoped
class ClusterCensusStore implements KeyUsers, ClusterCounter, ProjectClusters {

    private final ClusterColumns columns;
    private final ClusterEvents events;
    private final EnforcementStore enforcement;

    ClusterCensusStore(ClusterColumns columns, ClusterEvents events, EnforcementStore enforcement) {
        this.columns = columns;
        this.events = events;
        this.enforcement = enforcement;
    }

    @Override
    public Uni<List<ClusterUse>> clustersUsing(String groupId) {
        return ClusterEntity.<ClusterEntity>list(
                        "groupId = ?1 and phase <> 'DELETED' and keyIds <> '' order by name", groupId)
                .chain(rows -> enforcement
                        .seen(rows.stream().map(row -> row.id).toList())
                        .map(seen -> rows.stream()
                                .map(row -> use(row, seen.get(row.id)))
                                .toList()));
    }

    @Override
    public Uni<Void> rewrap(String groupId, Cloud provider, String keyId, Actor actor) {
        return ClusterEntity.<ClusterEntity>list(
                        "groupId = ?1 and phase = 'PRESENT' and encryptionProvider = ?2 order by name",
                        groupId,
                        provider.name())
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> rewrap(row, keyId, actor))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> rewrap(ClusterEntity row, String keyId, Actor actor) {
        row.wantKey(keyId);
        return events.asked(row, PlanRules.rewrapped(columns.plan(row), events.now()), actor);
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

    private ClusterUse use(ClusterEntity row, @Nullable Seen seen) {
        List<ClusterUse.Place> places = events.regions(row).stream()
                .map(region -> new ClusterUse.Place(region.provider(), region.region()))
                .toList();
        Rewrap rewrap = seen == null ? null : seen.rewrap();
        return new ClusterUse(
                row.name,
                Cloud.find(row.encryptionProvider).orElse(null),
                row.phase.equals(ClusterEntity.DELETING),
                places,
                row.keyIds(),
                rewrap == null ? null : new ClusterUse.Rewrap(rewrap.nodesDone(), rewrap.nodesTotal()));
    }
}
