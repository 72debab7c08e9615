package io.keyward.config.cluster.store;

import io.keyward.atlas.Paging;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.PageStore;
import io.keyward.config.Slice;
import io.keyward.config.cluster.enforcement.EnforcementStore;
import io.keyward.config.cluster.enforcement.Seen;
import io.keyward.config.cluster.key.KeyPathStore;
import io.keyward.config.cluster.plan.ClusterConfig;
import io.keyward.config.cluster.status.Intent;
import io.keyward.config.cluster.status.KeyPath;
import io.keyward.config.cluster.status.StatusRules;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Clusters as they read: what is stored, what enforcement saw, and how their keys are reached. */
@ApplicationScoped
public class ClusterQueryStore {
    static final String PRESENT =
            "select id, created_at as position from cluster where group_id = :group and phase <> 'DELETED'";
    private static final String WITH_RETAINED_BACKUPS = "select id, created_at as position from cluster"
            + " where group_id = :group and (phase <> 'DELETED' or retain_backups)";

    private final KeyPathStore paths;
    private final EnforcementStore enforcement;
    private final ClusterColumns columns;
    private final ClusterConfig config;

    ClusterQueryStore(KeyPathStore paths, EnforcementStore enforcement, ClusterColumns columns, ClusterConfig config) {
        this.paths = paths;
        this.enforcement = enforcement;
        this.columns = columns;
        this.config = config;
    }

    /** The cluster of that name that is not gone. */
    public Uni<Optional<Cluster>> find(String groupId, String name) {
        return Panache.withSession(() -> ClusterEntity.named(groupId, name)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : complete(groupId, List.of(row)).map(found -> Optional.of(found.getFirst()))));
    }

    /**
     * One page of a project's clusters, oldest first.
     *
     * @param withRetainedBackups whether those that are gone count whose snapshots stayed
     */
    public Uni<Slice<Cluster>> list(String groupId, boolean withRetainedBackups, Paging paging) {
        String which = withRetainedBackups ? WITH_RETAINED_BACKUPS : PRESENT;
        return Panache.withSession(
                () -> PageStore.ids(which, Map.of("group", groupId), paging).chain(page -> load(groupId, page)));
    }

    private Uni<Slice<Cluster>> load(String groupId, Slice<String> page) {
        return page.items().isEmpty()
                ? Uni.createFrom().item(new Slice<>(List.of(), page.total()))
                : ClusterEntity.<ClusterEntity>list("id in ?1 order by createdAt, id", page.items())
                        .chain(found -> complete(groupId, found))
                        .map(clusters -> new Slice<>(clusters, page.total()));
    }

    private Uni<List<Cluster>> complete(String groupId, List<ClusterEntity> rows) {
        List<String> ids = rows.stream().map(row -> row.id).toList();
        List<String> keyIds =
                rows.stream().flatMap(row -> row.keyIds().stream()).distinct().toList();
        return paths.names(groupId, keyIds).chain(names -> paths.privateEndpoints(groupId)
                .chain(endpoints -> enforcement.seen(ids).map(seen -> rows.stream()
                        .map(row -> cluster(row, seen, names, endpoints))
                        .toList())));
    }

    private Cluster cluster(
            ClusterEntity row,
            Map<String, Seen> seen,
            Map<String, String> names,
            Map<Cloud, List<PrivateEndpoint>> endpoints) {
        Intent intent = new Intent(
                row.createdAt,
                columns.spec(row),
                !row.phase.equals(ClusterEntity.PRESENT),
                row.paused,
                columns.plan(row));
        List<String> keys =
                row.keyIds().stream().map(names::get).filter(Objects::nonNull).toList();
        return new Cluster(
                row.id,
                row.groupId,
                row.name,
                row.version,
                intent,
                row.keyIds(),
                row.resumedAt,
                StatusRules.of(
                        intent,
                        seen.get(row.id),
                        new KeyPath(keys, endpoints(row, endpoints)),
                        config.rollbackAfter()));
    }

    /** Those that the cluster is to reach its key over; empty when it is not. */
    private static Optional<List<PrivateEndpoint>> endpoints(
            ClusterEntity row, Map<Cloud, List<PrivateEndpoint>> endpoints) {
        return Cloud.find(row.encryptionProvider).map(endpoints::get);
    }
}
