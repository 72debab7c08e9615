package io.keyward.config.backup.snapshot.store;

import io.keyward.atlas.Paging;
import io.keyward.config.PageStore;
import io.keyward.config.Slice;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.backup.snapshot.spec.Snapshot.Kind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Snapshots as they are found: by their cluster's name, also when the cluster is gone. */
@ApplicationScoped
public class SnapshotQueryStore {
    private static final String MINE = "select id, requested_at as position from snapshot"
            + " where group_id = :group and cluster_name = :name and kind = :kind";

    private final SnapshotKeyStore keys;

    SnapshotQueryStore(SnapshotKeyStore keys) {
        this.keys = keys;
    }

    /** Joins the caller's open session, if there is one. */
    public Uni<Optional<Snapshot>> find(String groupId, String clusterName, String id) {
        return Panache.withSession(() -> SnapshotEntity.ofCluster(groupId, clusterName, id)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : keys.of(row.id).map(under -> Optional.of(SnapshotCodec.read(row, under)))));
    }

    /**
     * The newest snapshot of the cluster that was completed by then, whoever reaches a point in time starts from. Joins the caller's open
     * session, if there is one.
     *
     * @param clusterId the cluster itself, not an earlier one of its name
     */
    public Uni<Optional<Snapshot>> lastCompleted(String clusterId, Instant by) {
        return Panache.withSession(() -> SnapshotEntity.<SnapshotEntity>find(
                        "clusterId = ?1 and status = 'COMPLETED' and finishedAt <= ?2 order by requestedAt desc, id desc",
                        clusterId,
                        by)
                .firstResult()
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : keys.of(row.id).map(under -> Optional.of(SnapshotCodec.read(row, under)))));
    }

    /** One page of them, newest first. */
    public Uni<Slice<Snapshot>> list(String groupId, String clusterName, Kind kind, Paging paging) {
        Map<String, String> parameters = Map.of("group", groupId, "name", clusterName, "kind", kind.name());
        return Panache.withSession(
                () -> PageStore.newestIds(MINE, parameters, paging).chain(page -> load(page.items(), page.total())));
    }

    private Uni<Slice<Snapshot>> load(List<String> ids, long total) {
        return ids.isEmpty()
                ? Uni.createFrom().item(new Slice<>(List.of(), total))
                : SnapshotEntity.<SnapshotEntity>list("id in ?1 order by requestedAt desc, id desc", ids)
                        .chain(rows -> keys.of(ids)
                                .map(under -> new Slice<>(
                                        rows.stream()
                                                .map(row ->
                                                        SnapshotCodec.read(row, under.getOrDefault(row.id, List.of())))
                                                .toList(),
                                        total)));
    }
}
