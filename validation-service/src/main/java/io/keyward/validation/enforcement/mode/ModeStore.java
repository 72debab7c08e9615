package io.keyward.validation.enforcement.mode;

import io.keyward.contracts.Actor;
import io.keyward.validation.enforcement.EnforcementConfig;
import io.keyward.validation.enforcement.plan.Mode;
import io.keyward.validation.enforcement.plan.Restraint;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.keyuse.ProjectEffects;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The modes of projects. */
@ApplicationScoped
public class ModeStore {
    private final KeyUseStore projects;
    private final FreezeStore freezes;
    private final ModeEvents events;
    private final ProjectEffects effects;
    private final Mode installation;

    ModeStore(
            KeyUseStore projects,
            FreezeStore freezes,
            ModeEvents events,
            ProjectEffects effects,
            EnforcementConfig config) {
        this.projects = projects;
        this.freezes = freezes;
        this.events = events;
        this.effects = effects;
        this.installation = config.mode();
    }

    /**
     * How far enforcement may go in the project. Takes part in the caller's transaction, in which the caller has taken the project's lock; neither the
     * project's mode nor the freeze changes before it ends.
     */
    public Uni<Restraint> restraintOf(String groupId) {
        return freezes.hold().chain(frozen -> row(groupId).map(row -> new Restraint(effective(row.mode), frozen)));
    }

    /** What is set for the project, and what holds for it. */
    Uni<ModeView> view(String groupId) {
        return Panache.withSession(() ->
                freezes.read().chain(freeze -> row(groupId).map(row -> ModeView.of(row, effective(row.mode), freeze))));
    }

    /**
     * Sets the project's mode. If that is another one, it is told, and the project's clusters are compared with what is wanted of them now.
     *
     * @param mode null to follow the installation
     */
    Uni<ModeView> set(String groupId, @Nullable Mode mode, Actor actor) {
        return Panache.withTransaction(() -> projects.lockProject(groupId)
                .chain(() -> row(groupId))
                .chain(row -> row.mode == mode ? Uni.createFrom().voidItem() : change(row, mode, actor))
                .chain(() -> view(groupId)));
    }

    /**
     * Forgets what was kept for a project that is gone: its mode, and the ciphertext that its keys were tried with. Its clusters and key uses ended before,
     * by events of their own; their rows stay, so that late events change nothing.
     */
    public Uni<Void> projectEnded(String groupId) {
        return Panache.withTransaction(() -> projects.lockProject(groupId)
                .chain(() -> Panache.getSession())
                .chain(session -> session.createMutationQuery("delete from ModeEntity where groupId = :groupId")
                        .setParameter("groupId", groupId)
                        .executeUpdate())
                .chain(() -> projects.forgetProbes(groupId)));
    }

    private Uni<Void> change(ModeEntity row, @Nullable Mode mode, Actor actor) {
        row.mode = mode;
        return Panache.getSession()
                .chain(session -> session.persist(row))
                .chain(() -> events.changed(row, effective(mode), actor))
                .chain(() -> effects.replan(row.groupId));
    }

    /** The project's row; a new one that is not stored yet where nothing was ever set. */
    private static Uni<ModeEntity> row(String groupId) {
        return Panache.getSession()
                .chain(session -> session.find(ModeEntity.class, groupId))
                .onItem()
                .ifNull()
                .continueWith(() -> ModeEntity.unset(groupId));
    }

    private Mode effective(@Nullable Mode mode) {
        return mode == null ? installation : mode;
    }
}
