package io.keyward.config.cluster.store;

import io.keyward.atlas.Paging;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.PageStore;
import io.keyward.config.Slice;
import io.keyward.config.cluster.enforcement.ClusterStatus.KeyPath;
import io.keyward.config.cluster.enforcement.ClusterStatus.Seen;
import io.keyward.config.cluster.enforcement.EnforcementStore;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.encryption.ProjectKeys;
import io.keyward.config.encryption.ProjectKeys.AwsKey;
import io.keyward.config.endpoint.EndpointProjectionStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clusters as they read: what is stored, what enforcement saw, and how their keys are reached. */
@ApplicationScoped
public class ClusterQueryStore {
    static final String PRESENT =
            "select id, created_at as position from cluster where group_id = :group and phase <> 'DELETED'";

    private final ProjectKeys keys;
    private final EndpointProjectionStore endpoints;
    private final EnforcementStore enforcement;
    private final ClusterJson json;

    ClusterQueryStore(
            ProjectKeys keys, EndpointProjectionStore endpoints, EnforcementStore enforcement, ClusterJson json) {
        this.keys = keys;
        this.endpoints = endpoints;
        this.enforcement = enforcement;
        this.json = json;
    }

    /** The cluster of that name that is not gone. */
    public Uni<Optional<Cluster>> find(String groupId, String name) {
        return Panache.withSession(() -> ClusterEntity.named(groupId, name)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : complete(groupId, List.of(row)).map(found -> Optional.of(found.getFirst()))));
    }

    /** One page of a project's clusters, oldest first. */
    public Uni<Slice<Cluster>> list(String groupId, Paging paging) {
        return Panache.withSession(
                () -> PageStore.ids(PRESENT, Map.of("group", groupId), paging).chain(page -> load(groupId, page)));
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
        return keys.aws(groupId).chain(key -> endpoints
                .coveredRegions(groupId)
                .chain(covered -> enforcement.seen(ids).map(seen -> rows.stream()
                        .map(row -> cluster(row, seen, key, covered))
                        .toList())));
    }

    private Cluster cluster(ClusterEntity row, Map<String, Seen> seen, Optional<AwsKey> key, Set<AwsRegion> covered) {
        ClusterSpec spec = json.spec(row.spec);
        boolean isCovered = spec.places().stream()
                .allMatch(place -> place.aws().map(covered::contains).orElse(false));
        return new Cluster(
                row.id,
                row.groupId,
                row.name,
                row.version,
                row.phase.equals(ClusterEntity.DELETING),
                spec,
                row.createdAt,
                seen.get(row.id),
                new KeyPath(
                        key.map(AwsKey::arn).orElse(null),
                        isCovered && key.map(AwsKey::privateNetworking).orElse(false)));
    }
}
