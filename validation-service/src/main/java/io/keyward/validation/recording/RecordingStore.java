package io.keyward.validation.recording;

import io.keyward.contracts.Topics;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.keyward.validation.guard.CondemnationGuard;
import io.keyward.validation.history.HistoryStore;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.keyuse.ProjectEffects;
import io.keyward.validation.keyuse.ProjectWatch;
import io.keyward.validation.keyuse.Settlement;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Records a result that changes something: one transaction with the verdict, its evidence, its event, and what it means for clusters. */
@ApplicationScoped
public class RecordingStore {
    private final KeyUseStore keyUses;
    private final HistoryStore history;
    private final CondemnationGuard guard;
    private final Announcements announcements;
    private final Followers followers;

    RecordingStore(
            KeyUseStore keyUses,
            HistoryStore history,
            CondemnationGuard guard,
            Announcements announcements,
            Followers followers) {
        this.keyUses = keyUses;
        this.history = history;
        this.guard = guard;
        this.announcements = announcements;
        this.followers = followers;
    }

    /**
     * Records the result, or that it is held back.
     *
     * @return what was recorded; empty when the result did not count any more, and has left no trace
     */
    public Uni<Optional<CheckRecord>> record(CheckRecord record) {
        return Panache.withTransaction(() -> keyUses.lockProject(record.keyUse().groupId())
                .chain(() -> keyUses.lockForResult(record.keyUse(), record.startedAt()))
                .chain(found -> found.map(current -> admitted(record, current)
                                .call(counting -> write(counting, current))
                                .map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    /** What counts of a result: a condemnation that the guard does not let through is held back. */
    private Uni<CheckRecord> admitted(CheckRecord record, KeyUse current) {
        return record.condemns()
                ? guard.admit(current, record.startedAt()).map(admits -> admits ? record : record.held())
                : Uni.createFrom().item(record);
    }

    private Uni<Void> write(CheckRecord record, KeyUse current) {
        return history.append(record.historyEntry())
                .chain(historyId -> announcements
                        .publish(record, current)
                        .chain(revision -> keyUses.settle(current.id(), settlement(record, historyId, revision))))
                .chain(() -> followers.follow(record, current.groupId()));
    }

    private static Settlement settlement(CheckRecord record, long historyId, long revision) {
        return new Settlement(
                record.ruling().next(),
                record.explanation(),
                record.lastCheck(),
                historyId,
                record.freshProbe(),
                record.life(),
                record.rotationAsked(),
                revision,
                record.nextDue());
    }

    /** What follows from a result for the project, in the same transaction. */
    @ApplicationScoped
    static class Followers {
        private final ProjectEffects effects;
        private final ProjectWatch watch;

        Followers(ProjectEffects effects, ProjectWatch watch) {
            this.effects = effects;
            this.watch = watch;
        }

        Uni<Void> follow(CheckRecord record, String groupId) {
            return record.changesVerdict() || record.endsSilence() ? effects.replan(groupId) : watch.look(groupId);
        }
    }

    /** Publishes what a result announces. */
    @ApplicationScoped
    static class Announcements {
        private final Outbox outbox;
        private final Revisions revisions;
        private final Clock clock;

        Announcements(Outbox outbox, Revisions revisions, Clock clock) {
            this.outbox = outbox;
            this.revisions = revisions;
            this.clock = clock;
        }

        /** @return the revision of the key use's last event afterwards */
        Uni<Long> publish(CheckRecord record, KeyUse current) {
            long next = revisions.next(current.revision());
            return KeyEvents.of(record, next, clock.instant())
                    .map(event -> outbox.append(Topics.KEYS, event).replaceWith(next))
                    .orElseGet(() -> Uni.createFrom().item(current.revision()));
        }
    }
}
