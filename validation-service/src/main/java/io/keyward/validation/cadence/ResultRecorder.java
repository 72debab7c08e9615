package io.keyward.validation.cadence;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.keyuse.ChecksDue;
import io.keyward.validation.recording.CheckRecord;
import io.keyward.validation.recording.RecordingStore;
import io.keyward.validation.recording.UnchangedStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Hands results to the stores, and sees to it that a suspicion is looked into in time. Results that change nothing gather here until there are enough of
 * them, or for a moment; whatever is lost on the way comes back when its lease lapses. Nobody waits longer than that for a result to be recorded.
 */
@ApplicationScoped
class ResultRecorder {
    private static final Logger LOG = Logger.getLogger(ResultRecorder.class);
    private static final int BATCH = 400;
    private static final long BATCH_WAIT_MILLIS = 200;
    private static final int REPETITIONS = 2;

    private final RecordingStore changes;
    private final UnchangedStore unchanged;
    private final Event<ChecksDue> checksDue;
    private final Surroundings surroundings;
    private final Duration lease;
    private List<CheckRecord> gathered = new ArrayList<>(BATCH);

    ResultRecorder(
            RecordingStore changes,
            UnchangedStore unchanged,
            Event<ChecksDue> checksDue,
            Surroundings surroundings,
            CadenceConfig config) {
        this.changes = changes;
        this.unchanged = unchanged;
        this.checksDue = checksDue;
        this.surroundings = surroundings;
        this.lease = config.lease();
    }

    /** Records a change there and then; a result that changes nothing is taken, and recorded together with others. */
    Uni<Void> take(CheckRecord record) {
        if (record.isUnchanged()) {
            gather(record);
            return Uni.createFrom().voidItem();
        }
        return record(record).replaceWithVoid();
    }

    /** @return what was recorded, which is a hold where the guard let no condemnation through; empty when the result did not count any more */
    Uni<Optional<CheckRecord>> record(CheckRecord record) {
        return Patience.within(lease, changes.record(record)).invoke(recorded -> afterwards(record, recorded));
    }

    private void gather(CheckRecord record) {
        var full = List.<CheckRecord>of();
        synchronized (this) {
            gathered.add(record);
            if (gathered.size() == 1) {
                surroundings.vertx().setTimer(BATCH_WAIT_MILLIS, ignored -> write(takeGathered()));
            }
            if (gathered.size() == BATCH) {
                full = takeGathered();
            }
        }
        write(full);
    }

    private synchronized List<CheckRecord> takeGathered() {
        var taken = gathered;
        gathered = new ArrayList<>(BATCH);
        return taken;
    }

    /** In the order of ids, so that no two batches wait for each other. */
    private void write(List<CheckRecord> records) {
        if (!records.isEmpty()) {
            records.sort(Comparator.comparing(record -> record.keyUse().id()));
            ContextHop.apart(surroundings.vertx(), () -> unchanged.record(records))
                    .onFailure()
                    .retry()
                    .atMost(REPETITIONS)
                    .ifNoItem()
                    .after(lease)
                    .fail()
                    .subscribe()
                    .with(counted -> afterwards(records, counted), failure -> givenUp(records, failure));
        }
    }

    private void afterwards(CheckRecord checked, Optional<CheckRecord> recorded) {
        surroundings.meters().changed(recorded.isPresent());
        if (recorded.isEmpty()) {
            LOG.infof("keyUseId=%s a late result was dropped", checked.keyUse().id());
        }
        recorded.filter(record -> record.ruling().confirmAfter() != null)
                .ifPresent(record -> checksDue.fire(
                        new ChecksDue(Duration.between(surroundings.clock().instant(), record.nextDue()))));
    }

    private void afterwards(List<CheckRecord> records, int counted) {
        surroundings.meters().unchanged(records.size(), counted);
        if (counted < records.size()) {
            LOG.infof("%d late results were dropped", records.size() - counted);
        }
    }

    private static void givenUp(List<CheckRecord> records, Throwable failure) {
        LOG.warnf(failure, "%d results were not recorded; their leases lapse", records.size());
    }
}
