package io.keyward.validation.enforcement.mode;

import io.keyward.contracts.Actor;
import io.keyward.validation.enforcement.plan.Mode;
import io.keyward.validation.enforcement.plan.Restraint;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.keyuse.ProjectEffects;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is set for projects: their modes, and how often their keys are checked. */
@ApplicationScoped
public class ModeStore {
    private final KeyUseStore projects;
    private final FreezeStore freezes;
    private final ModeEvents events;
    private final ProjectEffects effects;
    private final Effective effective;

    ModeStore(
            KeyUseStore projects, FreezeStore freezes, ModeEvents events, ProjectEffects effects, Effective effective) {
        this.projects = projects;
        this.freezes = freezes;
        this.events = events;
        this.effects = effects;
        this.effective = effective;
    }

    /**
     * How far enforcement may go in the project. Takes part in the caller's transaction, in which the caller has taken the project's lock; neither the
     * project's mode nor the freeze changes before it ends.
     */
    public Uni<Restraint> restraintOf(String groupId) {
        return freezes.hold().chain(frozen -> row(groupId).map(row -> new Restraint(effective.mode(row), frozen)));
    }

    /** What is set for the project, and what holds for it. */
    Uni<ModeView> view(String groupId) {
        return Panache.withSession(() ->
                freezes.read().chain(freeze -> row(groupId).map(row -> ModeView.of(row, effective.mode(row), freeze))));
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

    /** How often the keys of the project are checked, if that was set for it. */
    public Uni<Optional<Duration>> interval(String groupId) {
        return Panache.withSession(() -> row(groupId).map(ModeEntity::checkInterval));
    }

    /**
     * Sets how often the keys of the project are checked. If that is another interval, it is told; if it is a shorter one, keys that were checked longer
     * ago are due at once, and the others sooner than before.
     *
     * @param interval in whole seconds; null to follow the installation
     */
    public Uni<Void> setInterval(String groupId, @Nullable Duration interval, Actor actor) {
        return Panache.withTransaction(() -> projects.lockProject(groupId)
                .chain(() -> row(groupId))
                .chain(row -> row.checkInterval().equals(Optional.ofNullable(interval))
                        ? Uni.createFrom().voidItem()
                        : change(row, interval, actor)));
    }

    private Uni<Void> change(ModeEntity row, @Nullable Duration interval, Actor actor) {
        row.checkIntervalSeconds = interval == null ? null : (int) interval.toSeconds();
        return Panache.getSession()
                .chain(session -> session.persist(row))
                .chain(() -> events.changed(row, actor))
                .chain(() -> projects.pullNearer(row.groupId, effective.interval(row), events.now()));
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
                .chain(() -> events.changed(row, actor))
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
}
