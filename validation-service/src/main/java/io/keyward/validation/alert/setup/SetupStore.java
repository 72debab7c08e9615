package io.keyward.validation.alert.setup;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.ProjectEvent;
import io.keyward.contracts.ProjectEvent.ProjectCreated;
import io.keyward.contracts.ProjectEvent.ProjectDeleted;
import io.keyward.contracts.ProjectEvent.ProjectStateChanged;
import io.keyward.contracts.ProjectEvent.ProjectUpdated;
import io.keyward.validation.alert.rules.AlertType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Keeps projects and their alert configurations. Events that come late or twice change nothing. */
@ApplicationScoped
public class SetupStore {
    private static final String TAKE_IN = """
            insert into project as p (group_id, org_id, name, state, revision)
            values (:groupId, :orgId, :name, :state, :revision)
            on conflict (group_id) do update
            set org_id = excluded.org_id, name = excluded.name, state = excluded.state, revision = excluded.revision
            where p.revision < excluded.revision
            returning p.revision""";
    /** Answers the one that is there already, too. */
    private static final String CONFIGURE = """
            insert into alert_configuration as a (id, group_id, event_type_name, enabled, created_at, updated_at)
            values (:id, :groupId, :type, true, :now, :now)
            on conflict (group_id, event_type_name) do update set enabled = a.enabled
            returning a.id""";

    private static final String OF_PROJECT = "from AlertConfigurationEntity where groupId = :groupId order by type";

    private final Clock clock;

    SetupStore(Clock clock) {
        this.clock = clock;
    }

    Uni<Void> project(ProjectEvent event) {
        return switch (event) {
            case ProjectCreated created -> takeIn(created, created.orgId(), created.name(), created.state());
            case ProjectUpdated updated -> takeIn(updated, updated.orgId(), updated.name(), updated.state());
            case ProjectStateChanged changed -> takeIn(changed, changed.orgId(), changed.name(), changed.state());
            case ProjectDeleted ignored -> Uni.createFrom().voidItem();
            case ProjectEvent.Unrecognized ignored -> Uni.createFrom().voidItem();
        };
    }

    /** The id of a project's configuration for alerts of a type, made if it is not there yet. Takes part in the caller's transaction. */
    public Uni<String> configurationOf(String groupId, AlertType type) {
        return Panache.getSession().chain(session -> session.createNativeQuery(CONFIGURE, String.class)
                .setParameter("id", ObjectIds.next())
                .setParameter("groupId", groupId)
                .setParameter("type", type.name())
                .setParameter("now", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .getSingleResult());
    }

    /** All configurations of a project; none of a project that nothing is known of yet. */
    public Uni<List<AlertConfiguration>> configurations(String groupId) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery(OF_PROJECT, AlertConfigurationEntity.class)
                        .setParameter("groupId", groupId)
                        .getResultList())
                .map(rows ->
                        rows.stream().map(AlertConfigurationEntity::toRecord).toList()));
    }

    /** What people call the project. Takes part in the caller's transaction. */
    public Uni<Optional<String>> nameOf(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select name from project where group_id = :groupId", String.class)
                        .setParameter("groupId", groupId)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    private Uni<Void> takeIn(ProjectEvent event, String orgId, String name, String state) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_IN, Long.class)
                        .setParameter("groupId", event.aggregateId())
                        .setParameter("orgId", orgId)
                        .setParameter("name", name)
                        .setParameter("state", state)
                        .setParameter("revision", event.revision())
                        .getResultList())
                .chain(() -> configure(event.aggregateId())));
    }

    private Uni<Void> configure(String groupId) {
        return Multi.createFrom()
                .items(AlertType.values())
                .onItem()
                .transformToUniAndConcatenate(type -> configurationOf(groupId, type))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
