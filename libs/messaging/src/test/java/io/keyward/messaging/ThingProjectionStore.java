package io.keyward.messaging;

import io.keyward.contracts.KeyEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a subscriber keeps of the events: the latest by revision, whatever the order they came in. */
@ApplicationScoped
public class ThingProjectionStore {
    private static final String PROJECT = """
            insert into thing_projection as p (id, revision, name) values (:id, :revision, :name)
            on conflict (id) do update set revision = excluded.revision, name = excluded.name
            where p.revision < excluded.revision
            returning id
            """;

    public Uni<Void> project(KeyEvent event) {
        return switch (event) {
            case KeyEvent.KeyRetired retired -> record(retired);
            case KeyEvent other -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> record(KeyEvent.KeyRetired event) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(PROJECT, String.class)
                        .setParameter("id", event.keyUseId())
                        .setParameter("revision", event.revision())
                        .setParameter("name", event.groupId())
                        .getResultList())
                .replaceWithVoid());
    }

    public Uni<List<String>> nameOf(String id) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select name from thing_projection where id = :id", String.class)
                .setParameter("id", id)
                .getResultList()));
    }
}
