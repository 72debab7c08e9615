package io.keyward.config.activity;

import io.keyward.config.activity.entry.EntryRules;
import io.keyward.contracts.Event;
import io.keyward.messaging.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** How this service tells of its changes: each event is published, and in the activity log, exactly if the change is made. */
@ApplicationScoped
public class Journal {
    private final Outbox outbox;
    private final ActivityStore store;

    Journal(Outbox outbox, ActivityStore store) {
        this.outbox = outbox;
        this.store = store;
    }

    /**
     * Publishes {@code event} with the caller's open transaction, as {@link Outbox#append} does, and logs it.
     *
     * @param topic one of {@code keyward.messaging.owned-topics}
     */
    public Uni<Void> append(String topic, Event event) {
        return outbox.appended(topic, event).chain(payload -> store.add(EntryRules.findings(event), payload));
    }

    /** Publishes {@code event} alone: it only follows from another change, which is in the log itself. */
    public Uni<Void> publish(String topic, Event event) {
        return outbox.append(topic, event);
    }
}
