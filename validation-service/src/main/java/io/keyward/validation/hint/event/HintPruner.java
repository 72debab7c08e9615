package io.keyward.validation.hint.event;

import io.keyward.validation.hint.HintConfig;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets hints that nobody repeats any more. Harmless to run in every replica. */
@ApplicationScoped
class HintPruner {
    private static final Logger LOG = Logger.getLogger(HintPruner.class);

    private final HintIntakeStore store;
    private final Clock clock;
    private final Duration remembered;

    HintPruner(HintIntakeStore store, Clock clock, HintConfig config) {
        this.store = store;
        this.clock = clock;
        this.remembered = config.remembered();
        if (!remembered.isPositive()) {
            throw new IllegalArgumentException("keyward.hint.remembered (" + remembered + ") must be positive");
        }
    }

    @Scheduled(every = "10m", delayed = "1m", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> prune() {
        return store.forget(clock.instant().minus(remembered))
                .invoke(count -> LOG.debugf("%d hints were forgotten", count))
                .replaceWithVoid();
    }
}
