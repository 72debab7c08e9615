package io.keyward.messaging;

import io.keyward.contracts.Actor;
import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.Topics;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
public class ThingStore {
    static final Instant AT = Instant.parse("2026-03-01T10:15:30.123456789Z");

    private final Outbox outbox;
    private final Revisions revisions;

    ThingStore(Outbox outbox, Revisions revisions) {
        this.outbox = outbox;
        this.revisions = revisions;
    }

    static KeyEvent event(String id, long revision, String name) {
        return new KeyEvent.KeyRetired(id, revision, AT, Actor.system("test"), name);
    }

    public Uni<Void> rename(String id, String name) {
        return Panache.withTransaction(() -> change(id, name));
    }

    public Uni<Void> renameAndRollBack(String id, String name) {
        return Panache.withTransaction(() -> change(id, name)
                .chain(() -> Uni.createFrom().failure(new IllegalArgumentException("changed my mind"))));
    }

    public Uni<Void> renameAndMarkForRollback(String id, String name) {
        return Panache.withTransaction(() -> change(id, name)
                .chain(Panache::currentTransaction)
                .invoke(Mutiny.Transaction::markForRollback)
                .replaceWithVoid());
    }

    /** Changes it, and never gets to the end. */
    public Uni<Void> renameAndStopHalfway(String id, String name, Runnable halfway) {
        return Panache.withTransaction(
                () -> change(id, name).chain(Panache::flush).invoke(halfway).chain(() -> Uni.createFrom()
                        .nothing()));
    }

    public Uni<Void> appendWithoutTransaction(String id) {
        return outbox.append(Topics.KEYS, event(id, 1, "x"));
    }

    public Uni<Void> appendInSessionWithoutTransaction(String id) {
        return Panache.withSession(() -> outbox.append(Topics.KEYS, event(id, 1, "x")));
    }

    public Uni<Void> appendToForeignTopic(String id) {
        return Panache.withTransaction(() -> outbox.append(Topics.CLUSTERS, event(id, 1, "x")));
    }

    private Uni<Void> change(String id, String name) {
        return Panache.getSession().chain(session -> session.find(ThingEntity.class, id)
                .chain(found ->
                        found == null ? added(session, id) : Uni.createFrom().item(found))
                .chain(thing -> {
                    thing.revision = revisions.next(thing.revision);
                    thing.name = name;
                    return outbox.append(Topics.KEYS, event(id, thing.revision, name));
                }));
    }

    private static Uni<ThingEntity> added(Mutiny.Session session, String id) {
        ThingEntity thing = new ThingEntity();
        thing.id = id;
        thing.name = "";
        return session.persist(thing).replaceWith(thing);
    }

    /** Runs one statement or query, as an administrator of the database would. */
    public Uni<Object> sql(String statement) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(statement, Object.class).getResultList())
                .map(rows -> rows.isEmpty() ? "" : rows.getFirst()));
    }
}
