package io.keyward.config.project;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.config.PageStore;
import io.keyward.config.Slice;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Projects that are not closed. Their rows are also the lock under which everything of a project changes. */
@ApplicationScoped
public class ProjectStore {
    /** Evaluated anew when the lock was waited for: a project that was closed meanwhile is none any more. */
    private static final String LOCK = "select id from project where id = :id and deleted_at is null for update";

    private static final String THESE = """
            select id, created_at as position from project
            where id in (:ids) and deleted_at is null and starts_with(lower(name), lower(cast(:prefix as text)))
            """;

    private final ClusterCounter clusters;
    private final ProjectConfig config;
    private final ProjectJson json;

    /** Knows how many clusters a project has; whoever owns clusters implements it. */
    public interface ClusterCounter {

        /** Clusters per project, in the caller's open session; a project without clusters may be absent. */
        Uni<Map<String, Long>> countIn(Collection<String> groupIds);
    }

    ProjectStore(ClusterCounter clusters, ProjectConfig config, ProjectJson json) {
        this.clusters = clusters;
        this.config = config;
        this.json = json;
    }

    /**
     * Holds the project until the caller's open transaction ends: first thing in every transaction that changes something of the project,
     * so that "no cluster uses it" is still true at commit. Fails with 404 when there is no such project, or none any more.
     */
    public Uni<Void> lock(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter("id", groupId)
                        .getResultList())
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw notFound(groupId);
                    }
                })
                .replaceWithVoid();
    }

    /** The same, for whoever is to add a cluster: refused with 400 when the project has as many as it may have. */
    public Uni<Void> lockForAnotherCluster(String groupId) {
        return lock(groupId)
                .chain(() -> clusters.countIn(List.of(groupId)))
                .invoke(counts -> {
                    if (counts.getOrDefault(groupId, 0L) >= config.maxClusters()) {
                        throw Refusal.of(ErrorCode.MAX_CLUSTERS_PER_GROUP_EXCEEDED, groupId, config.maxClusters());
                    }
                })
                .replaceWithVoid();
    }

    /** Whether the project is in the state ACTIVE; fails with 404 when there is none. Joins the caller's open transaction, if there is one. */
    public Uni<Boolean> isActive(String groupId) {
        return Panache.withSession(() -> row(groupId)).map(row -> row.state.equals(Project.ACTIVE));
    }

    /** The project; fails with 404 when there is none. Joins the caller's open transaction, if there is one. */
    public Uni<Project> get(String groupId) {
        return Panache.withSession(() -> row(groupId)).map(json::project);
    }

    /** The project with what is in it; fails with 404 when there is none. */
    public Uni<Found> find(String groupId) {
        return Panache.withSession(() -> row(groupId).chain(this::counted)).map(Optional::orElseThrow);
    }

    Uni<Optional<Found>> findByName(String orgId, String name) {
        return Panache.withSession(
                () -> ProjectEntity.<ProjectEntity>find("orgId = ?1 and name = ?2 and deletedAt is null", orgId, name)
                        .firstResult()
                        .chain(this::counted));
    }

    /** One page of those of the given projects whose names begin like that, in any case of letters; oldest first. */
    public Uni<Slice<Found>> list(Collection<String> groupIds, String prefix, Paging paging) {
        if (groupIds.isEmpty()) {
            return Uni.createFrom().item(new Slice<>(List.of(), 0));
        }
        return Panache.withSession(() -> PageStore.ids(THESE, Map.of("ids", groupIds, "prefix", prefix), paging)
                .chain(this::load));
    }

    /** A project and how many clusters it has. */
    public record Found(Project project, long clusterCount) {}

    /** In the caller's open session; fails with 404. */
    static Uni<ProjectEntity> row(String groupId) {
        return ProjectEntity.<ProjectEntity>findById(groupId).invoke(row -> {
            if (row == null || row.deletedAt != null) {
                throw notFound(groupId);
            }
        });
    }

    private static Refusal notFound(String groupId) {
        return Refusal.of(ErrorCode.GROUP_NOT_FOUND, groupId);
    }

    private Uni<Optional<Found>> counted(@Nullable ProjectEntity row) {
        return row == null
                ? Uni.createFrom().item(Optional.empty())
                : clusters.countIn(List.of(row.id)).map(counts -> Optional.of(found(row, counts)));
    }

    private Uni<Slice<Found>> load(Slice<String> page) {
        if (page.items().isEmpty()) {
            return Uni.createFrom().item(new Slice<>(List.of(), page.total()));
        }
        return clusters.countIn(page.items())
                .chain(counts -> ProjectEntity.<ProjectEntity>list("id in ?1 order by createdAt, id", page.items())
                        .map(found -> new Slice<>(
                                found.stream().map(row -> found(row, counts)).toList(), page.total())));
    }

    private Found found(ProjectEntity row, Map<String, Long> counts) {
        return new Found(json.project(row), counts.getOrDefault(row.id, 0L));
    }
}
