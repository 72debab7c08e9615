package io.keyward.validation.alert.setup;

import io.keyward.contracts.ProjectEvent;
import io.keyward.contracts.ProjectEvent.ProjectDeleted;
import io.keyward.messaging.ConsumerGuard;
import io.keyward.validation.enforcement.mode.ModeStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows which projects there are. */
@ApplicationScoped
class ProjectConsumer {
    private final ConsumerGuard guard;
    private final SetupStore store;
    private final ModeStore modes;

    ProjectConsumer(ConsumerGuard guard, SetupStore store, ModeStore modes) {
        this.guard = guard;
        this.store = store;
        this.modes = modes;
    }

    @Incoming("projects")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return guard.deliver(record, ProjectEvent.class, this::project);
    }

    private Uni<Void> project(ProjectEvent event) {
        return store.project(event)
                .chain(() -> event instanceof ProjectDeleted
                        ? modes.projectEnded(event.aggregateId())
                        : Uni.createFrom().voidItem());
    }
}
