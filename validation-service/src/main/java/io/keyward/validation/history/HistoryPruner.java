package io.keyward.validation.history;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets what is older than the configured time. Harmless to run in every replica. */
@ApplicationScoped
class HistoryPruner {
    private static final Logger LOG = Logger.getLogger(HistoryPruner.class);

    private final HistoryStore store;
    private final Clock clock;
    private final Duration retention;

    HistoryPruner(HistoryStore store, Clock clock, HistoryConfig config) {
        this.store = store;
        this.clock = clock;
        this.retention = config.historyRetention();
        if (!retention.isPositive()) {
            throw new IllegalArgumentException("keyward.check.history-retention (" + retention + ") must be positive");
        }
    }

    @Scheduled(every = "1h", delayed = "1m", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> prune() {
        return store.prune(clock.instant().minus(retention))
                .invoke(count -> LOG.debugf("%d entries of the check history were forgotten", count))
                .replaceWithVoid();
    }
}
