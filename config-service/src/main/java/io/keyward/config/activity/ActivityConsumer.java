package io.keyward.config.activity;

import io.keyward.config.activity.entry.EntryRules;
import io.keyward.contracts.AlertEvent;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.Event;
import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.ModeEvent;
import io.keyward.contracts.Topics;
import io.keyward.messaging.ConsumerGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes over into the log what other services did. A group of its own: what is projected elsewhere keeps its pace. */
@ApplicationScoped
class ActivityConsumer {
    private static final String EVENT_ID = "ce_id";

    private final ConsumerGuard guard;
    private final ActivityStore store;

    ActivityConsumer(ConsumerGuard guard, ActivityStore store) {
        this.guard = guard;
        this.store = store;
    }

    @Incoming("activity")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return guard.deliver(record, typeOf(record.topic()), event -> takeOver(record, event));
    }

    private Uni<Void> takeOver(ConsumerRecord<String, byte[]> record, Event event) {
        return store.takeOver(
                identity(record, event),
                EntryRules.findings(event),
                new String(record.value(), StandardCharsets.UTF_8));
    }

    /** The event's own id. One that came without has its place in the life of its aggregate, which is nobody else's either. */
    private static String identity(ConsumerRecord<?, ?> record, Event event) {
        return Optional.ofNullable(record.headers().lastHeader(EVENT_ID))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElseGet(() -> "%s/%s/%d".formatted(record.topic(), event.aggregateId(), event.revision()));
    }

    private static Class<? extends Event> typeOf(String topic) {
        return switch (topic) {
            case Topics.ENDPOINTS -> EndpointEvent.class;
            case Topics.KEYS -> KeyEvent.class;
            case Topics.ENFORCEMENT -> EnforcementEvent.class;
            case Topics.ALERTS -> AlertEvent.class;
            case Topics.MODES -> ModeEvent.class;
            default ->
                throw new IllegalStateException(
                        "the channel activity follows " + topic + ", of which nothing is logged");
        };
    }
}
