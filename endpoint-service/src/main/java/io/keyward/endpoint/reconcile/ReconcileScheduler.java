package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.region.LooksDue;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Starts rounds: at every tick, when somebody asked for something, and as long as a round finds more than it takes. */
@ApplicationScoped
class ReconcileScheduler {
    private static final Logger LOG = Logger.getLogger(ReconcileScheduler.class);
    private static final String OFF = "off";

    private final EndpointReconciler reconciler;
    private final boolean isOff;

    ReconcileScheduler(EndpointReconciler reconciler, ReconcileConfig config) {
        this.reconciler = reconciler;
        this.isOff = config.tick().equals(OFF);
    }

    @Scheduled(every = "{keyward.endpoint.tick}", skipExecutionIf = ApplicationNotRunning.class)
    void tick() {
        startRound();
    }

    void wake(@Observes LooksDue due) {
        if (!isOff) {
            startRound();
        }
    }

    /** A round that may have left something behind is followed by another one, which is a new piece of work and no part of the first. */
    private void startRound() {
        reconciler.round().subscribe().with(this::goOn, ReconcileScheduler::report);
    }

    private void goOn(boolean maybeMore) {
        if (maybeMore) {
            startRound();
        }
    }

    private static void report(Throwable failure) {
        LOG.warnf("no endpoints could be claimed; the next tick tries again: %s", failure);
    }
}
