package io.keyward.validation.cadence;

import io.keyward.validation.keyuse.ChecksDue;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Wakes the sweep: at every tick, and when something became due out of turn. */
@ApplicationScoped
class CheckScheduler {
    private final CheckSweep sweep;
    private final Vertx vertx;

    CheckScheduler(CheckSweep sweep, Vertx vertx) {
        this.sweep = sweep;
        this.vertx = vertx;
    }

    @Scheduled(every = "{keyward.check.tick}", skipExecutionIf = ApplicationNotRunning.class)
    void tick() {
        sweep.wake();
    }

    @Scheduled(every = "{keyward.check.measure-every}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> measure() {
        return sweep.measure();
    }

    /** Never earlier than it is due: what is found not to be due yet would wait for the next tick. */
    void wake(@Observes ChecksDue due) {
        vertx.setTimer(Math.max(0, due.in().toMillis()) + 1, ignored -> sweep.wake());
    }
}
