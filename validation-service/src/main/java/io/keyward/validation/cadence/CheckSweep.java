package io.keyward.validation.cadence;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.recording.CheckRecord;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims what is due and checks it: load, call, record. Rounds may overlap; together they never have more checks under way than configured, so that a
 * few slow clouds hold back nobody but themselves.
 */
@ApplicationScoped
class CheckSweep {
    private static final Logger LOG = Logger.getLogger(CheckSweep.class);
    private static final int BATCH = 100;
    private static final Duration BATCH_WAIT = Duration.ofMillis(200);

    private final DueCheckStore store;
    private final CheckRunner runner;
    private final ResultRecorder recorder;
    private final Vertx vertx;
    private final AtomicInteger room;
    /** Whether somebody asked for a round while there was no room to begin one. */
    private final AtomicBoolean missed = new AtomicBoolean();

    CheckSweep(DueCheckStore store, CheckRunner runner, ResultRecorder recorder, Vertx vertx, CadenceConfig config) {
        this.store = store;
        this.runner = runner;
        this.recorder = recorder;
        this.vertx = vertx;
        this.room = new AtomicInteger(config.concurrency());
    }

    /**
     * One round over what is due at {@code now}, on contexts of its own.
     *
     * @return completes when all of it is recorded, with whether more may be due than there was room for
     */
    Uni<Boolean> round(Instant now) {
        return Uni.createFrom().deferred(() -> {
            int taken = room.getAndSet(0);
            return taken == 0
                    ? putOff(now)
                    : claim(taken, now).chain(due -> check(due, taken)).map(more -> missed.getAndSet(false) || more);
        });
    }

    /** The round that has the room tells, at its end, that more may be due; what it had claimed by then is older than what was asked for. */
    private Uni<Boolean> putOff(Instant now) {
        missed.set(true);
        boolean roomAgain = room.get() > 0 && missed.compareAndSet(true, false);
        return roomAgain ? round(now) : Uni.createFrom().item(false);
    }

    private Uni<List<KeyUse>> claim(int taken, Instant now) {
        return ContextHop.onNewContext(vertx, () -> store.claimDue(UUID.randomUUID(), now, taken))
                .onFailure()
                .invoke(() -> room.addAndGet(taken))
                .invoke(due -> room.addAndGet(taken - due.size()));
    }

    private Uni<Boolean> check(List<KeyUse> due, int taken) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(this::checkOne)
                .merge(due.size())
                .group()
                .intoLists()
                .of(BATCH, BATCH_WAIT)
                .onItem()
                .transformToUniAndMerge(this::recordUnchanged)
                .collect()
                .last()
                .replaceWith(due.size() == taken);
    }

    /** Checks one key use on a context of its own. A change is recorded there and then; a result that changes nothing is passed on. */
    private Uni<CheckRecord> checkOne(KeyUse keyUse) {
        return ContextHop.onNewContext(vertx, () -> runner.runDue(keyUse).chain(this::recordIfChanged))
                .onTermination()
                .invoke(room::incrementAndGet)
                .onFailure()
                .recoverWithItem(failure -> givenUp(keyUse, failure));
    }

    private Uni<CheckRecord> recordIfChanged(CheckRecord record) {
        return record.isUnchanged()
                ? Uni.createFrom().item(record)
                : recorder.record(record).replaceWith((CheckRecord) null);
    }

    private Uni<Void> recordUnchanged(List<CheckRecord> records) {
        return ContextHop.onNewContext(vertx, () -> recorder.recordUnchanged(records))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf(failure, "%d results were not recorded; their leases lapse", records.size()))
                .onFailure()
                .recoverWithNull();
    }

    private static @Nullable CheckRecord givenUp(KeyUse keyUse, Throwable failure) {
        LOG.errorf(failure, "keyUseId=%s was not checked or not recorded; its lease lapses", keyUse.id());
        return null;
    }
}
