package io.keyward.validation.enforcement;

import io.keyward.contracts.ClusterEvent;
import io.keyward.messaging.ConsumerGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows which clusters are wanted. */
@ApplicationScoped
class ClusterConsumer {
    private final ConsumerGuard guard;
    private final ClusterStore store;

    ClusterConsumer(ConsumerGuard guard, ClusterStore store) {
        this.guard = guard;
        this.store = store;
    }

    @Incoming("clusters")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return guard.deliver(record, ClusterEvent.class, store::project);
    }
}
