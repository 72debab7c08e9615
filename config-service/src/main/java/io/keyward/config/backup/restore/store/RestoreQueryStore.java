package io.keyward.config.backup.restore.store;

import io.keyward.atlas.Paging;
import io.keyward.config.Slice;
import io.keyward.config.backup.restore.plan.Delivery.Target;
import io.keyward.config.backup.restore.plan.RestoreJob;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Restore jobs as they are found: by the cluster that their snapshot was taken of. */
@ApplicationScoped
public class RestoreQueryStore {
    private static final String MINE = "groupId = ?1 and clusterName = ?2";

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
        return Panache.withSession(() -> RestoreEntity.count(MINE, from.groupId(), from.clusterName())
                .chain(total -> RestoreEntity.<RestoreEntity>find(
                                MINE + " order by requestedAt desc, id desc", from.groupId(), from.clusterName())
                        .page(paging.pageNum() - 1, paging.itemsPerPage())
                        .list()
                        .map(rows -> new Slice<>(rows.stream().map(json::read).toList(), total))));
    }
}
