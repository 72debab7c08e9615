package io.keyward.validation.keyuse;

import io.keyward.contracts.EncryptionEvent;
import io.keyward.messaging.ConsumerGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what projects configure. */
@ApplicationScoped
class EncryptionConsumer {
    private final ConsumerGuard guard;
    private final EncryptionStore store;
    private final Event<ChecksDue> checksDue;

    EncryptionConsumer(ConsumerGuard guard, EncryptionStore store, Event<ChecksDue> checksDue) {
        this.guard = guard;
        this.store = store;
        this.checksDue = checksDue;
    }

    @Incoming("encryption")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return guard.deliver(record, EncryptionEvent.class, this::project);
    }

    private Uni<Void> project(EncryptionEvent event) {
        return store.project(event).invoke(() -> checksDue.fire(ChecksDue.now()));
    }
}
