package io.keyward.config.cluster.rollback;

import io.keyward.config.cluster.store.RollbackStore;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks for plans whose time is over. Replicas share them by leases; what one could not finish comes back when its lease is over. */
@ApplicationScoped
class RollbackSweep {
    private static final Logger LOG = Logger.getLogger(RollbackSweep.class);
    private static final int AT_A_TIME = 20;

    private final RollbackStore store;
    private final Clock clock;

    RollbackSweep(RollbackStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(every = "{keyward.cluster.rollback-sweep}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return sweep(clock.instant());
    }

    /** Undoes what is due at that time. */
    Uni<Void> sweep(Instant now) {
        UUID token = UUID.randomUUID();
        return store.claimDue(token, now, AT_A_TIME)
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(id -> undo(id, token, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> undo(String clusterId, UUID token, Instant now) {
        return store.undo(clusterId, token, now)
                .invoke(() -> LOG.infof("clusterId=%s its plan was undone: its nodes were not let in", clusterId))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf(failure, "clusterId=%s its plan could not be undone; a later sweep will", clusterId))
                .onFailure()
                .recoverWithNull();
    }
}
