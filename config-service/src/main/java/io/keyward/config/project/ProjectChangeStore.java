package io.keyward.config.project;

import io.keyward.access.ProjectRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.access.credential.CredentialStore;
import io.keyward.config.activity.Journal;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ProjectEvent.ProjectCreated;
import io.keyward.contracts.ProjectEvent.ProjectDeleted;
import io.keyward.contracts.ProjectEvent.ProjectStateChanged;
import io.keyward.contracts.ProjectEvent.ProjectUpdated;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Revisions;
import io.keyward.messaging.epoch.Restated;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How projects come, change and go, each time with its event. */
@ApplicationScoped
public class ProjectChangeStore {
    /** Two who give a project of an organisation its name, or count its projects, find each other. */
    private static final String LOCK_NAMES =
            "select 1 from pg_advisory_xact_lock(hashtextextended(cast(:org as text), 7234550915))";

    private static final String NAME_OWNER = """
        insert into member_project_role (group_id, member_id, role) values (:group, :member, 'GROUP_OWNER')
        returning member_id
        """;

    private final ProjectStore projects;
    private final CredentialStore credentials;
    private final Journal journal;
    private final Revisions revisions;
    private final ProjectJson json;

    ProjectChangeStore(
            ProjectStore projects,
            CredentialStore credentials,
            Journal journal,
            Revisions revisions,
            ProjectJson json) {
        this.projects = projects;
        this.credentials = credentials;
        this.journal = journal;
        this.revisions = revisions;
        this.json = json;
    }

    /**
     * Creates a project with {@code actor} as its owner.
     *
     * @param max how many projects the organisation may have, this one included
     * @param ownerId the member who is named as its owner, if one is
     */
    Uni<Project> create(Project project, int max, Optional<String> ownerId, Actor actor) {
        return Panache.withTransaction(() -> lockNames(project.orgId())
                        .chain(() -> requireRoom(project.orgId(), max))
                        .chain(() -> requireFree(project))
                        .chain(() -> insert(project, actor))
                        .chain(() -> credentials.grant(actor.id(), project.id(), ProjectRole.GROUP_OWNER))
                        .chain(() -> nameOwner(project.id(), ownerId)))
                .replaceWith(project);
    }

    /** Records what {@code change} makes of the project, with its event; nothing when that is the same as before. */
    Uni<Void> update(String groupId, String orgId, UnaryOperator<Project> change, Instant now, Actor actor) {
        return Panache.withTransaction(() -> lockNames(orgId)
                .chain(() -> projects.lock(groupId))
                .chain(() -> ProjectStore.row(groupId))
                .chain(row -> {
                    Project before = json.project(row);
                    Project after = change.apply(before);
                    return after.equals(before)
                            ? Uni.createFrom().voidItem()
                            : requireFree(after).chain(() -> write(row, after, now, actor));
                }));
    }

    /** Records another state, with its event; nothing when it is the same. */
    public Uni<Void> changeState(String groupId, String state, Instant now, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(groupId)
                .chain(() -> ProjectStore.row(groupId))
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

    /** Closes a project that has nothing left in it; in the caller's open transaction, which holds the project's lock. */
    public Uni<Void> bury(String groupId, Instant now, Actor actor) {
        return ProjectStore.row(groupId).chain(row -> {
            row.deletedAt = now;
            row.revision = revisions.next(row.revision);
            return journal.append(
                    Topics.PROJECTS, new ProjectDeleted(groupId, row.revision, now, actor, row.orgId, row.name));
        });
    }

    private static Uni<Void> lockNames(String orgId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_NAMES, Integer.class)
                        .setParameter("org", orgId)
                        .getSingleResult())
                .replaceWithVoid();
    }

    private static Uni<Void> requireRoom(String orgId, int max) {
        return ProjectEntity.count("orgId = ?1 and deletedAt is null", orgId)
                .invoke(count -> {
                    if (count >= max) {
                        throw Refusal.of(ErrorCode.MAX_GROUPS_PER_ORG_EXCEEDED, orgId, max);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> requireFree(Project project) {
        return ProjectEntity.count(
                        "orgId = ?1 and name = ?2 and id <> ?3 and deletedAt is null",
                        project.orgId(),
                        project.name(),
                        project.id())
                .invoke(others -> {
                    if (others > 0) {
                        throw Refusal.of(ErrorCode.GROUP_ALREADY_EXISTS, project.name());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> insert(Project project, Actor actor) {
        ProjectEntity row = new ProjectEntity();
        row.id = project.id();
        row.orgId = project.orgId();
        row.state = project.state();
        row.createdAt = project.createdAt();
        row.revision = revisions.next(0);
        describe(row, project);
        ProjectCreated created =
                new ProjectCreated(row.id, row.revision, row.createdAt, actor, row.orgId, row.name, row.state);
        return row.persistAndFlush().chain(() -> journal.append(Topics.PROJECTS, created));
    }

    private Uni<Void> write(ProjectEntity row, Project project, Instant now, Actor actor) {
        describe(row, project);
        row.revision = revisions.next(row.revision);
        ProjectUpdated updated = new ProjectUpdated(row.id, row.revision, now, actor, row.orgId, row.name, row.state);
        return journal.append(Topics.PROJECTS, updated);
    }

    private void describe(ProjectEntity row, Project project) {
        row.name = project.name();
        row.tags = json.write(project.tags());
        row.defaultAlerts = project.withDefaultAlertsSettings();
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

    /** Projects, to be told of again; those that are closed, too. */
    @ApplicationScoped
    static class RestateStore implements Restated {
        private static final Actor SELF = Actor.system("config-service");
        private static final String OLDER =
                "select p.id from ProjectEntity p where p.revision < ?1 and p.id > ?2 order by p.id";

        private final Journal journal;
        private final Revisions revisions;
        private final Clock clock;

        RestateStore(Journal journal, Revisions revisions, Clock clock) {
            this.journal = journal;
            this.revisions = revisions;
            this.clock = clock;
        }

        @Override
        public String topic() {
            return Topics.PROJECTS;
        }

        @Override
        public List<Rows> rows() {
            return List.of(new Rows("project", "id"));
        }

        @Override
        public Uni<List<String>> older(long floor, String after, int limit) {
            return Panache.withSession(
                    () -> Panache.getSession().chain(session -> session.createQuery(OLDER, String.class)
                            .setParameter(1, floor)
                            .setParameter(2, after)
                            .setMaxResults(limit)
                            .getResultList()));
        }

        @Override
        public Uni<Boolean> restate(String id, long floor, boolean outdated) {
            return Panache.withTransaction(() -> ProjectEntity.<ProjectEntity>findById(
                            id, LockModeType.PESSIMISTIC_WRITE)
                    .chain(row -> row.revision >= floor ? Uni.createFrom().voidItem() : restated(row))
                    .replaceWith(true));
        }

        private Uni<Void> restated(ProjectEntity row) {
            Instant now = clock.instant();
            row.revision = revisions.next(row.revision);
            return journal.publish(
                    Topics.PROJECTS,
                    row.deletedAt == null
                            ? new ProjectUpdated(row.id, row.revision, now, SELF, row.orgId, row.name, row.state)
                            : new ProjectDeleted(row.id, row.revision, now, SELF, row.orgId, row.name));
        }
    }
}
