package io.keyward.config.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.config.PageStore;
import io.keyward.config.Slice;
import io.keyward.config.access.credential.CredentialStore;
import io.keyward.config.activity.Journal;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ProjectEvent.ProjectCreated;
import io.keyward.contracts.ProjectEvent.ProjectStateChanged;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Revisions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Projects. Their rows are also the lock under which everything of a project changes. */
@ApplicationScoped
public class ProjectStore {
    private static final String INSERT = """
            insert into project (id, org_id, name, state, tags, default_alerts, created_at, revision)
            values (:id, :org, :name, :state, :tags, :alerts, :created, :revision)
            on conflict (org_id, name) do nothing
            returning id
            """;
    private static final String THESE = """
            select id, created_at as position from project
            where id in (:ids) and starts_with(lower(name), lower(cast(:prefix as text)))
            """;
    private static final String NAME_OWNER = """
            insert into member_project_role (group_id, member_id, role) values (:group, :member, 'GROUP_OWNER')
            returning member_id
            """;
    private static final TypeReference<List<Project.Tag>> TAGS = new TypeReference<>() {};

    private final CredentialStore credentials;
    private final ClusterCounter clusters;
    private final Journal journal;
    private final Revisions revisions;
    private final ObjectMapper json;

    /** Knows how many clusters a project has; whoever owns clusters implements it. */
    public interface ClusterCounter {

        /** Clusters per project, in the caller's open session; a project without clusters may be absent. */
        Uni<Map<String, Long>> countIn(Collection<String> groupIds);
    }

    ProjectStore(
            CredentialStore credentials,
            ClusterCounter clusters,
            Journal journal,
            Revisions revisions,
            ObjectMapper json) {
        this.credentials = credentials;
        this.clusters = clusters;
        this.journal = journal;
        this.revisions = revisions;
        this.json = json;
    }

    /**
     * Holds the project until the caller's open transaction ends: first thing in every transaction that changes something of the project,
     * so that "no cluster uses it" is still true at commit.
     */
    public Uni<Void> lock(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from project where id = :id for update", String.class)
                        .setParameter("id", groupId)
                        .getResultList())
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw Refusal.of(ErrorCode.GROUP_NOT_FOUND, groupId);
                    }
                })
                .replaceWithVoid();
    }

    /** Whether the project is in the state ACTIVE; fails with 404 when there is none. Joins the caller's open transaction, if there is one. */
    public Uni<Boolean> isActive(String groupId) {
        return Panache.withSession(() -> ProjectEntity.<ProjectEntity>findById(groupId))
                .map(row -> {
                    if (row == null) {
                        throw Refusal.of(ErrorCode.GROUP_NOT_FOUND, groupId);
                    }
                    return row.state.equals(Project.ACTIVE);
                });
    }

    /**
     * Creates a project with {@code actor} as its owner; empty when the organisation has one of that name.
     *
     * @param ownerId the member who is named as its owner, if one is
     */
    Uni<Optional<Project>> create(Project project, Optional<String> ownerId, Actor actor) {
        long revision = revisions.next(0);
        return Panache.withTransaction(() -> insert(project, revision)
                .chain(inserted -> inserted
                        ? credentials
                                .grant(actor.id(), project.id(), ProjectRole.GROUP_OWNER)
                                .chain(() -> nameOwner(project.id(), ownerId))
                                .chain(() -> journal.append(Topics.PROJECTS, created(project, revision, actor)))
                                .replaceWith(Optional.of(project))
                        : Uni.createFrom().item(Optional.empty())));
    }

    /** Records another state, with its event; nothing when it is the same. */
    Uni<Void> changeState(String groupId, String state, Instant now, Actor actor) {
        return Panache.withTransaction(() -> lock(groupId)
                .chain(() -> ProjectEntity.<ProjectEntity>findById(groupId))
                .chain(row -> {
                    if (row.state.equals(state)) {
                        return Uni.createFrom().voidItem();
                    }
                    row.state = state;
                    row.revision = revisions.next(row.revision);
                    return journal.append(
                            Topics.PROJECTS,
                            new ProjectStateChanged(groupId, row.revision, now, actor, row.orgId, row.name, state));
                }));
    }

    Uni<Optional<Found>> find(String groupId) {
        return Panache.withSession(
                () -> ProjectEntity.<ProjectEntity>findById(groupId).chain(this::counted));
    }

    Uni<Optional<Found>> findByName(String orgId, String name) {
        return Panache.withSession(() -> ProjectEntity.<ProjectEntity>find("orgId = ?1 and name = ?2", orgId, name)
                .firstResult()
                .chain(this::counted));
    }

    /** One page of those of the given projects whose names begin like that, in any case of letters; oldest first. */
    Uni<Slice<Found>> list(Collection<String> groupIds, String prefix, Paging paging) {
        if (groupIds.isEmpty()) {
            return Uni.createFrom().item(new Slice<>(List.of(), 0));
        }
        return Panache.withSession(() -> PageStore.ids(THESE, Map.of("ids", groupIds, "prefix", prefix), paging)
                .chain(this::load));
    }

    /** A project and how many clusters it has. */
    record Found(Project project, long clusterCount) {}

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

    private Uni<Boolean> insert(Project project, long revision) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT, String.class)
                        .setParameter("id", project.id())
                        .setParameter("org", project.orgId())
                        .setParameter("name", project.name())
                        .setParameter("state", project.state())
                        .setParameter("tags", write(project.tags()))
                        .setParameter("alerts", project.withDefaultAlertsSettings())
                        .setParameter("created", project.createdAt())
                        .setParameter("revision", revision)
                        .getResultList())
                .map(rows -> !rows.isEmpty());
    }

    private static Uni<Void> nameOwner(String groupId, Optional<String> memberId) {
        return memberId.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(NAME_OWNER, String.class)
                                .setParameter("group", groupId)
                                .setParameter("member", memberId.get())
                                .getResultList())
                        .replaceWithVoid();
    }

    private Found found(ProjectEntity row, Map<String, Long> counts) {
        Project project =
                new Project(row.id, row.orgId, row.name, row.state, read(row.tags), row.defaultAlerts, row.createdAt);
        return new Found(project, counts.getOrDefault(row.id, 0L));
    }

    private static ProjectCreated created(Project project, long revision, Actor actor) {
        return new ProjectCreated(
                project.id(), revision, project.createdAt(), actor, project.orgId(), project.name(), project.state());
    }

    private String write(List<Project.Tag> tags) {
        try {
            return json.writeValueAsString(tags);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("tags cannot be written", e);
        }
    }

    private List<Project.Tag> read(String tags) {
        try {
            return json.readValue(tags, TAGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored tags cannot be read", e);
        }
    }
}
