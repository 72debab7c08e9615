package io.keyward.validation.alert.setup;

import io.keyward.contracts.ProjectEvent;
import io.keyward.messaging.ConsumerGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows which projects there are. */
@ApplicationScoped
class ProjectConsumer {
    private final ConsumerGuard guard;
    private final SetupStore store;

    ProjectConsumer(ConsumerGuard guard, SetupStore store) {
        this.guard = guard;
        this.store = store;
    }

    @Incoming("projects")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return guard.deliver(record, ProjectEvent.class, store::project);
    }
}
