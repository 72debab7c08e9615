package io.keyward.validation.cadence;

import io.keyward.validation.keyuse.ChecksDue;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Starts rounds: at every tick, when something became due out of turn, and as long as a round finds more than it had room for. */
@ApplicationScoped
class CheckScheduler {
    private static final Logger LOG = Logger.getLogger(CheckScheduler.class);

    private final CheckSweep sweep;
    private final Clock clock;
    private final Vertx vertx;

    CheckScheduler(CheckSweep sweep, Clock clock, Vertx vertx) {
        this.sweep = sweep;
        this.clock = clock;
        this.vertx = vertx;
    }

    @Scheduled(every = "{keyward.check.tick}", skipExecutionIf = ApplicationNotRunning.class)
    void tick() {
        startRound();
    }

    void wake(@Observes ChecksDue due) {
        vertx.setTimer(Math.max(1, due.in().toMillis()), ignored -> startRound());
    }

    /** A round that may have left something behind is followed by another one, which is a new piece of work and no part of the first. */
    private void startRound() {
        sweep.round(clock.instant()).subscribe().with(this::goOn, CheckScheduler::report);
    }

    private void goOn(boolean maybeMore) {
        if (maybeMore) {
            startRound();
        }
    }

    private static void report(Throwable failure) {
        LOG.warnf("no checks could be claimed; the next tick tries again: %s", failure);
    }
}
