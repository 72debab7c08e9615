package io.keyward.validation.alert.store;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.alert.condition.AlertType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Looks at projects where something has lasted too long, which nothing but time brings about: one sweep at a time. Counts what is open on the way. */
@ApplicationScoped
class AlertSweep {
    private static final Logger LOG = Logger.getLogger(AlertSweep.class);
    /** When a region fails, all projects with a key in it are worth a look; the database has others to serve, too. */
    private static final int SIDE_BY_SIDE = 4;

    private final AlertSweepStore sweepStore;
    private final AlertStore store;
    private final Vertx vertx;
    private final Clock clock;
    private final Map<AlertType, AtomicLong> open;

    AlertSweep(AlertSweepStore sweepStore, AlertStore store, Vertx vertx, Clock clock, MeterRegistry meters) {
        this.sweepStore = sweepStore;
        this.store = store;
        this.vertx = vertx;
        this.clock = clock;
        this.open = Arrays.stream(AlertType.values())
                .collect(Collectors.toMap(
                        type -> type,
                        type -> meters.gauge("keyward.alerts.open", Tags.of("type", type.name()), new AtomicLong()),
                        (one, other) -> one,
                        () -> new EnumMap<>(AlertType.class)));
    }

    @Scheduled(
            every = "{keyward.alert.sweep}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return sweepStore
                .projectsWorthALook(clock.instant())
                .chain(groups -> Multi.createFrom()
                        .iterable(groups)
                        .onItem()
                        .transformToUni(this::look)
                        .merge(SIDE_BY_SIDE)
                        .collect()
                        .last())
                .chain(() -> sweepStore.open())
                .invoke(counts -> open.forEach((type, gauge) -> gauge.set(counts.getOrDefault(type, 0L))))
                .replaceWithVoid();
    }

    private Uni<Void> look(String groupId) {
        return ContextHop.onNewContext(vertx, () -> store.look(groupId))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "groupId=%s was not looked at; the next sweep will", groupId))
                .onFailure()
                .recoverWithNull();
    }
}
