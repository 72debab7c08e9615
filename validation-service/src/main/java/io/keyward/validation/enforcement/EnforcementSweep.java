package io.keyward.validation.enforcement;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.enforcement.mode.FreezeSet;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Compares clusters with what is wanted of them though nothing happened: the net below everything that should have caused it. */
@ApplicationScoped
class EnforcementSweep {
    private static final Logger LOG = Logger.getLogger(EnforcementSweep.class);

    private final EnforcementStore store;
    private final Vertx vertx;
    private final Clock clock;
    private final EnforcementConfig config;
    private final AtomicLong overdueStops;
    private final AtomicLong unmovedRegions;

    EnforcementSweep(EnforcementStore store, Vertx vertx, Clock clock, EnforcementConfig config, MeterRegistry meters) {
        this.store = store;
        this.vertx = vertx;
        this.clock = clock;
        this.config = config;
        this.overdueStops = meters.gauge("keyward.stops.overdue", new AtomicLong());
        this.unmovedRegions = meters.gauge("keyward.private.paths.unmoved", new AtomicLong());
    }

    /** Settings that make no sense are refused at start, not when the first cluster is planned. */
    void onStart(@Observes StartupEvent start) {
        EnforcementConfig.paceOf(config);
    }

    @Scheduled(every = "{keyward.enforcement.sweep}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return store.projectsWorthALook()
                .chain(groups -> Multi.createFrom()
                        .iterable(groups)
                        .onItem()
                        .transformToUniAndConcatenate(this::replan)
                        .collect()
                        .last()
                        .replaceWithVoid())
                .chain(() -> store.unobservedStops(clock.instant().minus(config.overdueAfter())))
                .invoke(overdueStops::set)
                .chain(() -> store.unmovedRegions())
                .invoke(unmovedRegions::set)
                .replaceWithVoid();
    }

    /** What was frozen, or let go on, is so at once. */
    void on(@Observes FreezeSet set) {
        var unused = ContextHop.onNewContext(vertx, this::sweep)
                .subscribe()
                .with(
                        ignored -> {},
                        failure ->
                                LOG.warnf(failure, "clusters were not compared after a freeze; the next sweep will"));
    }

    private Uni<Void> replan(String groupId) {
        return ContextHop.onNewContext(vertx, () -> store.replan(groupId))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf(failure, "groupId=%s its clusters were not compared; the next sweep will", groupId))
                .onFailure()
                .recoverWithNull();
    }
}
