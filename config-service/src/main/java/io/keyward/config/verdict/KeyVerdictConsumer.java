package io.keyward.config.verdict;

import io.keyward.contracts.KeyEvent;
import io.keyward.messaging.ConsumerGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows {@code keyward.keys}. */
@ApplicationScoped
class KeyVerdictConsumer {
    private final ConsumerGuard guard;
    private final KeyVerdictStore store;

    KeyVerdictConsumer(ConsumerGuard guard, KeyVerdictStore store) {
        this.guard = guard;
        this.store = store;
    }

    @Incoming("keys")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return guard.deliver(record, KeyEvent.class, store::project);
    }
}
