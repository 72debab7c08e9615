package io.keyward.validation.cadence;

import io.keyward.validation.keyuse.ChecksDue;
import io.keyward.validation.recording.CheckRecord;
import io.keyward.validation.recording.RecordingStore;
import io.keyward.validation.recording.UnchangedStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Hands results to the stores, and sees to it that a suspicion is looked into in time. */
@ApplicationScoped
class ResultRecorder {
    private static final Logger LOG = Logger.getLogger(ResultRecorder.class);

    private final RecordingStore changes;
    private final UnchangedStore unchanged;
    private final Event<ChecksDue> checksDue;
    private final Clock clock;

    ResultRecorder(RecordingStore changes, UnchangedStore unchanged, Event<ChecksDue> checksDue, Clock clock) {
        this.changes = changes;
        this.unchanged = unchanged;
        this.checksDue = checksDue;
        this.clock = clock;
    }

    /** @return whether the result still counted */
    Uni<Boolean> record(CheckRecord record) {
        return changes.record(record).invoke(counted -> afterwards(record, counted));
    }

    Uni<Void> recordUnchanged(List<CheckRecord> records) {
        return unchanged
                .record(records)
                .invoke(counted -> afterwards(records, counted))
                .replaceWithVoid();
    }

    private void afterwards(CheckRecord record, boolean counted) {
        if (!counted) {
            LOG.infof("keyUseId=%s a late result was dropped", record.keyUse().id());
        } else if (record.ruling().confirmAfter() != null) {
            checksDue.fire(new ChecksDue(Duration.between(clock.instant(), record.nextDue())));
        }
    }

    private static void afterwards(List<CheckRecord> records, List<String> counted) {
        if (counted.size() < records.size()) {
            LOG.infof("%d late results were dropped", records.size() - counted.size());
        }
    }
}
