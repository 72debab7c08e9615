package io.keyward.validation.expiry;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.expiry.ExpiryStore.Due;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks customers' clouds when their secrets end, a few at a time. Harmless to run in every replica: each secret is one's for a day. */
@ApplicationScoped
class ExpirySweep {
    private static final Logger LOG = Logger.getLogger(ExpirySweep.class);
    private static final int SIDE_BY_SIDE = 4;

    private final ExpiryStore store;
    private final CredentialEnds ends;
    private final Vertx vertx;
    private final Clock clock;
    private final ExpiryConfig config;

    ExpirySweep(ExpiryStore store, CredentialEnds ends, Vertx vertx, Clock clock, ExpiryConfig config) {
        ExpiryConfig.check(config);
        this.store = store;
        this.ends = ends;
        this.vertx = vertx;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(
            every = "{keyward.expiry.sweep}",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> sweep() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.take(now.minus(config.lookEvery()), now, config.atOnce()).chain(this::askAll);
    }

    private Uni<Void> askAll(List<Due> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(one -> ContextHop.onNewContext(vertx, () -> ask(one)))
                .merge(SIDE_BY_SIDE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Whoever does not tell is asked again tomorrow. */
    private Uni<Void> ask(Due due) {
        return ends.of(due.groupId(), due.application())
                .onFailure()
                .invoke(failure -> LOG.debugf(
                        "credentialId=%s: nobody tells when it ends (%s)", due.credentialId(), failure.getMessage()))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .chain(end -> end.map(at -> store.know(due, at))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "credentialId=%s: its end was not kept", due.credentialId()))
                .onFailure()
                .recoverWithNull();
    }
}
