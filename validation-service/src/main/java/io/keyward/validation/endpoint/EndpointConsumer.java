package io.keyward.validation.endpoint;

import io.keyward.contracts.EndpointEvent;
import io.keyward.messaging.ConsumerGuard;
import io.keyward.validation.keyuse.ChecksDue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what becomes of private endpoints. */
@ApplicationScoped
class EndpointConsumer {
    private final ConsumerGuard guard;
    private final PathStore store;
    private final Event<ChecksDue> checksDue;

    EndpointConsumer(ConsumerGuard guard, PathStore store, Event<ChecksDue> checksDue) {
        this.guard = guard;
        this.store = store;
        this.checksDue = checksDue;
    }

    @Incoming("endpoints")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return guard.deliver(record, EndpointEvent.class, this::project);
    }

    private Uni<Void> project(EndpointEvent event) {
        return store.project(event).invoke(() -> checksDue.fire(ChecksDue.now()));
    }
}
