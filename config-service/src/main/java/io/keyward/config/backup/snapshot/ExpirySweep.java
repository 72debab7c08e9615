package io.keyward.config.backup.snapshot;

import io.keyward.config.backup.driver.BackupConfig;
import io.keyward.config.backup.snapshot.store.ExpiryStore;
import io.keyward.config.backup.snapshot.store.ExpiryStore.Expired;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Deletes snapshots that have expired. One that cannot be deleted comes up again when its lease has lapsed. */
@ApplicationScoped
class ExpirySweep {
    private static final Logger LOG = Logger.getLogger(ExpirySweep.class);
    private static final int AT_ONCE = 100;

    private final ExpiryStore store;
    private final BackupConfig config;
    private final Clock clock;

    ExpirySweep(ExpiryStore store, BackupConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "{keyward.backup.sweep}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return store.claim(UUID.randomUUID(), clock.instant(), AT_ONCE, config.lease())
                .chain(expired -> Multi.createFrom()
                        .iterable(expired)
                        .onItem()
                        .transformToUniAndConcatenate(this::delete)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> delete(Expired expired) {
        return store.delete(expired)
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "snapshotId=%s expired and was not deleted yet", expired.id()))
                .onFailure()
                .recoverWithNull();
    }
}
