package io.keyward.validation.enforcement.mode;

import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether enforcement is frozen. Whoever compares clusters shares a lock, whoever freezes takes it alone: once a freeze is answered, nobody acts on
 * what was so before.
 */
@ApplicationScoped
class FreezeStore {
    private static final String LOCK_NAME = "hashtextextended('keyward.enforcement.freeze', 0)";
    private static final String SHARE = "select 1 from pg_advisory_xact_lock_shared(" + LOCK_NAME + ")";
    private static final String OWN = "select 1 from pg_advisory_xact_lock(" + LOCK_NAME + ")";

    private final ModeEvents events;

    FreezeStore(ModeEvents events) {
        this.events = events;
    }

    /** Whether it is, until the caller's transaction ends. */
    Uni<Boolean> hold() {
        return lock(SHARE).chain(FreezeStore::row).map(row -> row.frozen);
    }

    Uni<FreezeView> read() {
        return Panache.withSession(() -> row().map(FreezeView::of));
    }

    /** Freezes or lets go on, and tells of it if that is a change. */
    Uni<FreezeView> set(boolean frozen, @Nullable String reason, Actor actor) {
        return Panache.withTransaction(
                () -> lock(OWN).chain(FreezeStore::row).chain(row -> set(row, frozen, reason, actor)));
    }

    private Uni<FreezeView> set(FreezeEntity row, boolean frozen, @Nullable String reason, Actor actor) {
        if (row.frozen == frozen && Objects.equals(row.reason, reason)) {
            return Uni.createFrom().item(FreezeView.of(row));
        }
        row.frozen = frozen;
        row.reason = reason;
        row.changedAt = events.now();
        row.changedBy = actor.name();
        return events.changed(row, actor).map(ignored -> FreezeView.of(row));
    }

    private static Uni<Void> lock(String how) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(how, Integer.class).getSingleResult())
                .replaceWithVoid();
    }

    private static Uni<FreezeEntity> row() {
        return Panache.getSession().chain(session -> session.find(FreezeEntity.class, FreezeEntity.THE_ONE));
    }
}
