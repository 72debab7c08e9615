package io.keyward.messaging;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.engine.ReactiveAfterTransactionCompletionProcess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;
import org.jspecify.annotations.Nullable;

/** Writes outbox rows, in transactions that others opened. */
@ApplicationScoped
class OutboxStore {
    private static final String INSERT = """
            insert into outbox (event_id, topic, key, type, payload, headers)
            values (:id, :topic, :key, :type,
                    cast(cast(:payload as text) as jsonb), cast(cast(:headers as text) as jsonb))
            returning position
            """;

    /**
     * Adds a row to the open transaction.
     *
     * @param afterCommit called once the transaction has committed, never when it rolls back
     */
    Uni<Void> insert(Envelope event, Runnable afterCommit) {
        return Uni.createFrom()
                .deferred(Panache::currentTransaction)
                .onFailure()
                .transform(OutboxStore::noTransaction)
                .onItem()
                .ifNull()
                .failWith(() -> noTransaction(null))
                .chain(Panache::getSession)
                .invoke(session -> callAfterCommit(session, afterCommit))
                .chain(session -> insert(session, event));
    }

    private static Uni<Void> insert(Mutiny.Session session, Envelope event) {
        return session.createNativeQuery(INSERT, Long.class)
                .setParameter("id", event.id())
                .setParameter("topic", event.topic())
                .setParameter("key", event.key())
                .setParameter("type", event.type())
                .setParameter("payload", event.payload())
                .setParameter("headers", event.headers())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Hibernate Reactive has no public hook for this; its own queue of actions does, and is what its transactions run at their end. */
    private static void callAfterCommit(Mutiny.Session session, Runnable afterCommit) {
        ReactiveSession reactive = ((MutinySessionImpl) session).unwrap(ReactiveSession.class);
        reactive.getReactiveActionQueue()
                .registerProcess((ReactiveAfterTransactionCompletionProcess) (committed, ended) -> {
                    if (committed) {
                        afterCommit.run();
                    }
                    return CompletableFuture.completedFuture(null);
                });
    }

    private static IllegalStateException noTransaction(@Nullable Throwable cause) {
        return new IllegalStateException("an event needs an open transaction, the one that makes its change", cause);
    }
}
