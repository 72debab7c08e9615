package io.keyward.config.cluster;

import io.keyward.atlas.Paging;
import io.keyward.config.Slice;
import io.keyward.config.cluster.spec.ClusterError;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.ClusterStatus.Enforced;
import io.keyward.config.cluster.spec.ClusterStatus.Seen;
import io.keyward.config.encryption.ProjectKeys;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EnforcementEvent.StopReason;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Clusters as tenants want them. Writes hold the project's lock: names stay unique, and a key stays while it is being taken into use. */
@ApplicationScoped
class ClusterStore {
    private static final String NOT_DELETED = "groupId = ?1 and name = ?2 and phase <> 'DELETED'";
    private static final String PAGE = """
            with present as (select id, created_at from cluster where group_id = :group and phase <> 'DELETED')
            select (select count(*) from present), page.id
            from (select 1) one left join
                 (select id, created_at from present order by created_at, id limit :limit offset :offset) page on true
            """;

    private final ProjectStore projects;
    private final ProjectKeys keys;
    private final ClusterEvents events;
    private final ClusterJson json;

    ClusterStore(ProjectStore projects, ProjectKeys keys, ClusterEvents events, ClusterJson json) {
        this.projects = projects;
        this.keys = keys;
        this.events = events;
        this.json = json;
    }

    /** Stores a new cluster with its event; answers why not, if something stands in the way. */
    Uni<Optional<ClusterError>> create(Cluster cluster, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(cluster.groupId())
                .chain(() -> obstacle(cluster))
                .chain(error -> error.isPresent()
                        ? Uni.createFrom().item(error)
                        : insert(cluster, actor).replaceWith(Optional.empty())));
    }

    Uni<Optional<Cluster>> find(String groupId, String name) {
        return Panache.withSession(() -> row(groupId, name)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : complete(groupId, List.of(row)).map(found -> Optional.of(found.getFirst()))));
    }

    /** One page of a project's clusters, oldest first. */
    Uni<Slice<Cluster>> list(String groupId, Paging paging) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("group", groupId)
                        .setParameter("limit", paging.itemsPerPage())
                        .setParameter("offset", paging.offset())
                        .getResultList())
                .chain(rows -> load(groupId, rows)));
    }

    /** Records that a cluster is to be taken down; answers why not, if something stands in the way. */
    Uni<Optional<ClusterError>> requestDeletion(String groupId, String name, Actor actor) {
        return Panache.withTransaction(
                () -> projects.lock(groupId).chain(() -> row(groupId, name)).chain(row -> {
                    Optional<ClusterError> error = obstacleToDeletion(row, groupId, name);
                    if (error.isPresent() || row == null) {
                        return Uni.createFrom().item(error);
                    }
                    row.phase = ClusterEntity.DELETING;
                    return events.deletionRequested(row, actor).replaceWith(Optional.empty());
                }));
    }

    /** Records that a cluster which was to go is gone; in the caller's open transaction. Does nothing the second time. */
    Uni<Void> gone(String clusterId, Actor actor) {
        return ClusterEntity.<ClusterEntity>findById(clusterId).chain(row -> {
            if (row == null || !row.phase.equals(ClusterEntity.DELETING)) {
                return Uni.createFrom().voidItem();
            }
            row.phase = ClusterEntity.DELETED;
            return events.deleted(row, actor);
        });
    }

    private Uni<Optional<ClusterError>> obstacle(Cluster cluster) {
        return row(cluster.groupId(), cluster.name())
                .chain(row -> row != null
                        ? Uni.createFrom().item(Optional.<ClusterError>of(new ClusterError.NameTaken(cluster.name())))
                        : keyObstacle(cluster));
    }

    private Uni<Optional<ClusterError>> keyObstacle(Cluster cluster) {
        return switch (cluster.spec().encryptionAtRestProvider()) {
            case ClusterSpec.NONE -> Uni.createFrom().item(Optional.empty());
            case "AWS" ->
                keys.awsKey(cluster.groupId())
                        .map(key -> key.isPresent()
                                ? Optional.empty()
                                : Optional.of(new ClusterError.NotEnabled(cluster.groupId())));
            default -> Uni.createFrom().item(Optional.of(new ClusterError.NotEnabled(cluster.groupId())));
        };
    }

    private Uni<Void> insert(Cluster cluster, Actor actor) {
        ClusterEntity row = new ClusterEntity();
        row.id = cluster.id();
        row.groupId = cluster.groupId();
        row.name = cluster.name();
        row.phase = ClusterEntity.PRESENT;
        row.encryptionProvider = cluster.spec().encryptionAtRestProvider();
        row.spec = json.write(cluster.spec());
        row.createdAt = cluster.createdAt();
        return events.created(row, actor).chain(() -> row.persist()).replaceWithVoid();
    }

    private Optional<ClusterError> obstacleToDeletion(@Nullable ClusterEntity row, String groupId, String name) {
        if (row == null) {
            return Optional.of(new ClusterError.NotFound(name, groupId));
        }
        if (row.phase.equals(ClusterEntity.DELETING)) {
            return Optional.of(new ClusterError.AlreadyDeleting(name));
        }
        return json.spec(row.spec).terminationProtectionEnabled()
                ? Optional.of(new ClusterError.Protected(name))
                : Optional.empty();
    }

    private Uni<Slice<Cluster>> load(String groupId, List<Object[]> rows) {
        long total = ((Number) rows.getFirst()[0]).longValue();
        List<String> ids = rows.stream()
                .map(row -> (String) row[1])
                .filter(Objects::nonNull)
                .toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(new Slice<>(List.of(), total))
                : ClusterEntity.<ClusterEntity>list("id in ?1 order by createdAt, id", ids)
                        .chain(found -> complete(groupId, found))
                        .map(clusters -> new Slice<>(clusters, total));
    }

    private Uni<List<Cluster>> complete(String groupId, List<ClusterEntity> rows) {
        List<String> ids = rows.stream().map(row -> row.id).toList();
        return keys.awsKey(groupId).chain(key -> EnforcementEntity.<EnforcementEntity>list("clusterId in ?1", ids)
                .map(seen -> seen.stream().collect(Collectors.toMap(row -> row.clusterId, Function.identity())))
                .map(seen -> rows.stream().map(row -> cluster(row, seen, key)).toList()));
    }

    private Cluster cluster(ClusterEntity row, Map<String, EnforcementEntity> seen, Optional<String> key) {
        return new Cluster(
                row.id,
                row.groupId,
                row.name,
                row.phase.equals(ClusterEntity.DELETING),
                json.spec(row.spec),
                row.createdAt,
                seen(seen.get(row.id)),
                key);
    }

    private @Nullable Seen seen(@Nullable EnforcementEntity row) {
        if (row == null) {
            return null;
        }
        Optional<StopReason> reason = json.reasons(row.reasons).stream().findFirst();
        return new Seen(
                Enforced.valueOf(row.phase),
                row.seenRunning,
                row.since,
                reason.map(StopReason::key).orElse(null),
                reason.map(StopReason::reason).orElse(null),
                reason.map(StopReason::explanation).orElse(null));
    }

    private static Uni<ClusterEntity> row(String groupId, String name) {
        return ClusterEntity.find(NOT_DELETED, groupId, name).firstResult();
    }
}
