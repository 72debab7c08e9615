package io.keyward.validation.alert.setup;

import io.keyward.contracts.ProjectEvent;
import io.keyward.contracts.ProjectEvent.ProjectDeleted;
import io.keyward.messaging.ConsumerGuard;
import io.keyward.validation.enforcement.mode.ModeStore;
import io.keyward.validation.hint.source.HintSourceStore;
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
    private final HintSourceStore hintSources;

    ProjectConsumer(ConsumerGuard guard, SetupStore store, ModeStore modes, HintSourceStore hintSources) {
        this.guard = guard;
        this.store = store;
        this.modes = modes;
        this.hintSources = hintSources;
    }

    @Incoming("projects")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return guard.deliver(record, ProjectEvent.class, this::project);
    }

    /** Everything here that ends with a project ends with this event. */
    Uni<Void> project(ProjectEvent event) {
        return store.project(event)
                .chain(() -> event instanceof ProjectDeleted
                        ? modes.projectEnded(event.aggregateId())
                                .chain(() -> hintSources.projectEnded(event.aggregateId(), event.actor()))
                        : Uni.createFrom().voidItem());
    }
}
