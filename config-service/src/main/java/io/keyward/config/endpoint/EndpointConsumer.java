package io.keyward.config.endpoint;

import io.keyward.contracts.EndpointEvent;
import io.keyward.messaging.ConsumerGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows {@code keyward.endpoints}. */
@ApplicationScoped
class EndpointConsumer {
    private final ConsumerGuard guard;
    private final EndpointProjectionStore store;

    EndpointConsumer(ConsumerGuard guard, EndpointProjectionStore store) {
        this.guard = guard;
        this.store = store;
    }

    @Incoming("endpoints")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return guard.deliver(record, EndpointEvent.class, store::project);
    }
}
