package io.keyward.config.activity;

import io.keyward.config.activity.entry.ActivityEntry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The log, for changes that are published to nobody. What is published goes through {@link Journal}. */
@ApplicationScoped
public class ActivityLog {
    private final ActivityStore store;

    ActivityLog(ActivityStore store) {
        this.store = store;
    }

    /** Adds an entry to the caller's open transaction: it is in the log if, and only if, that commits. */
    public Uni<Void> record(ActivityEntry entry) {
        return store.insert(entry, null);
    }

    /** Adds several, one after the other. */
    public Uni<Void> recordAll(List<ActivityEntry> entries) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> record(entry).replaceWith(entry))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
