package io.keyward.config.cluster.enforcement;

import io.keyward.contracts.EnforcementEvent;
import io.keyward.messaging.ConsumerGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows {@code keyward.enforcement}. */
@ApplicationScoped
class EnforcementConsumer {
    private final ConsumerGuard guard;
    private final EnforcementStore store;

    EnforcementConsumer(ConsumerGuard guard, EnforcementStore store) {
        this.guard = guard;
        this.store = store;
    }

    @Incoming("enforcement")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return guard.deliver(record, EnforcementEvent.class, store::project);
    }
}
