package io.keyward.config.backup.restore.store;

import io.keyward.atlas.Paging;
import io.keyward.config.PageStore;
import io.keyward.config.Slice;
import io.keyward.config.backup.restore.plan.Delivery.Target;
import io.keyward.config.backup.restore.plan.RestoreJob;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Restore jobs as they are found: by the cluster that their snapshot was taken of. */
@ApplicationScoped
public class RestoreQueryStore {
    private static final String MINE = "select id, requested_at as position from restore_job"
            + " where group_id = :group and cluster_name = :name";

    private final RestoreJson json;

    RestoreQueryStore(RestoreJson json) {
        this.json = json;
    }

    public Uni<Optional<RestoreJob>> find(Target from, String id) {
        return Panache.withSession(() -> RestoreEntity.ofCluster(from.groupId(), from.clusterName(), id))
                .map(row -> Optional.ofNullable(row).map(json::read));
    }

    /** One page of them, newest first. */
    public Uni<Slice<RestoreJob>> list(Target from, Paging paging) {
        Map<String, String> parameters = Map.of("group", from.groupId(), "name", from.clusterName());
        return Panache.withSession(() -> PageStore.newestIds(MINE, parameters, paging)
                .chain(page -> page.items().isEmpty()
                        ? Uni.createFrom().item(new Slice<RestoreJob>(List.of(), page.total()))
                        : RestoreEntity.<RestoreEntity>list("id in ?1 order by requestedAt desc, id desc", page.items())
                                .map(rows -> new Slice<>(
                                        rows.stream().map(json::read).toList(), page.total()))));
    }
}
