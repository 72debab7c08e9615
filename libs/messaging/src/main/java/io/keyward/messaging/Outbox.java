package io.keyward.messaging;

import io.keyward.contracts.Event;
import io.keyward.messaging.relay.Relay;
import io.keyward.telemetry.TraceParent;
import io.keyward.telemetry.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Where a feature's store leaves an event, in the transaction that makes the change. */
@ApplicationScoped
public class Outbox {
    private final OutboxStore store;
    private final EventJson json;
    private final Relay relay;
    private final Set<String> ownedTopics;

    Outbox(OutboxStore store, EventJson json, Relay relay, MessagingConfig config) {
        this.store = store;
        this.json = json;
        this.relay = relay;
        this.ownedTopics = Set.copyOf(config.ownedTopics().orElse(List.of()));
    }

    /**
     * Adds {@code event} to the caller's open transaction: it is published if, and only if, that commits. Load the aggregate, change it,
     * append: the aggregate's optimistic lock is what keeps its events in order.
     *
     * @param topic one of {@code keyward.messaging.owned-topics}
     * @return fails with {@link IllegalStateException} when no transaction is open or the topic is not owned; both are bugs
     */
    public Uni<Void> append(String topic, Event event) {
        return appended(topic, event).replaceWithVoid();
    }

    /** As {@link #append}, and answers with the JSON that will lie on Kafka: for whoever keeps a record of what was published. */
    public Uni<String> appended(String topic, Event event) {
        if (!ownedTopics.contains(topic)) {
            return Uni.createFrom()
                    .failure(new IllegalStateException(topic + " is not in keyward.messaging.owned-topics"));
        }
        return Uni.createFrom().deferred(() -> {
            Envelope envelope = json.envelope(topic, event, Work.step().map(TraceParent::header));
            return store.insert(envelope, relay::wake).replaceWith(envelope.payload());
        });
    }
}
