package io.keyward.validation.guard;

import io.keyward.validation.guard.rules.GuardState;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Looks after the hold between condemnations: whether it can end, what its numbers are, and whether any key is held that nobody was told of. */
@ApplicationScoped
class GuardSweep {
    private final GuardStore store;
    private final Clock clock;
    private final AtomicLong holding;
    private final AtomicLong held;
    private final AtomicLong suspects;

    GuardSweep(GuardStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.holding = meters.gauge("keyward.guard.holding", new AtomicLong());
        this.held = meters.gauge("keyward.keys.held", new AtomicLong());
        this.suspects = meters.gauge("keyward.keys.suspect", new AtomicLong());
    }

    /** Settings that make no sense are refused at start, not when the first key is to be condemned. */
    void onStart(@Observes StartupEvent start) {
        store.requireSense();
    }

    @Scheduled(every = "{keyward.guard.look}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        var now = clock.instant();
        return store.countKeys(now)
                .chain(() -> store.read(now))
                .chain(reading -> reading.state() == GuardState.HOLDING
                                || reading.suspects().held() > 0
                        ? store.review(now)
                        : Uni.createFrom().item(reading))
                .invoke(this::show)
                .replaceWithVoid();
    }

    private void show(GuardStore.Reading reading) {
        holding.set(reading.state() == GuardState.HOLDING ? 1 : 0);
        held.set(reading.suspects().held());
        suspects.set(reading.suspects().keys());
    }
}
