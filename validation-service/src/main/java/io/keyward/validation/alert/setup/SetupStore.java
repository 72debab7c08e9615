package io.keyward.validation.alert.setup;

import io.keyward.contracts.ProjectEvent;
import io.keyward.contracts.ProjectEvent.ProjectCreated;
import io.keyward.contracts.ProjectEvent.ProjectDeleted;
import io.keyward.contracts.ProjectEvent.ProjectStateChanged;
import io.keyward.contracts.ProjectEvent.ProjectUpdated;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.project.AlertProjectStore;
import io.keyward.validation.alert.store.AlertStore;
import io.keyward.validation.keyuse.KeyUseStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes in what becomes of projects. Events that come late or twice change nothing. */
@ApplicationScoped
class SetupStore {
    private static final String DELETED = "DELETED";
    private static final String TAKE_IN = """
            insert into project as p (group_id, org_id, name, state, revision)
            values (:groupId, :orgId, :name, :state, :revision)
            on conflict (group_id) do update
            set org_id = excluded.org_id, name = excluded.name, state = excluded.state, revision = excluded.revision
            where p.revision < excluded.revision
            returning p.revision""";

    private final KeyUseStore keyUses;
    private final AlertProjectStore projects;
    private final ConfigurationStore configurations;
    private final AlertStore alerts;

    SetupStore(KeyUseStore keyUses, AlertProjectStore projects, ConfigurationStore configurations, AlertStore alerts) {
        this.keyUses = keyUses;
        this.projects = projects;
        this.configurations = configurations;
        this.alerts = alerts;
    }

    Uni<Void> project(ProjectEvent event) {
        return switch (event) {
            case ProjectCreated created -> begin(created, created.orgId(), created.name(), created.state());
            case ProjectUpdated updated -> begin(updated, updated.orgId(), updated.name(), updated.state());
            case ProjectStateChanged changed -> begin(changed, changed.orgId(), changed.name(), changed.state());
            case ProjectDeleted deleted -> end(deleted);
            case ProjectEvent.Unrecognized ignored -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> begin(ProjectEvent event, String orgId, String name, String state) {
        return Panache.withTransaction(() -> keyUses.lockProject(event.aggregateId())
                .chain(() -> takeIn(event, orgId, name, state))
                .chain(() -> projects.begin(event.aggregateId())));
    }

    /** Nobody is left to be told of anything: the configurations go, and what is open is cancelled with them. */
    private Uni<Void> end(ProjectDeleted event) {
        return Panache.withTransaction(() -> keyUses.lockProject(event.groupId())
                .chain(() -> takeIn(event, event.orgId(), event.name(), DELETED))
                .chain(() -> projects.end(event.groupId()))
                .chain(() -> configurations.deleteAll(event.groupId(), event.actor()))
                .chain(() -> alerts.look(event.groupId(), event.actor())));
    }

    private static Uni<Void> takeIn(ProjectEvent event, String orgId, String name, String state) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_IN, Long.class)
                        .setParameter("groupId", event.aggregateId())
                        .setParameter("orgId", orgId)
                        .setParameter("name", name)
                        .setParameter("state", state)
                        .setParameter("revision", event.revision())
                        .getResultList())
                .replaceWithVoid();
    }
}
