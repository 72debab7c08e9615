package io.keyward.validation.enforcement.mode;

import io.keyward.contracts.Actor;
import io.keyward.contracts.ModeEvent.FreezeChanged;
import io.keyward.contracts.ModeEvent.ModeChanged;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Tells, in the caller's open transaction, how far enforcement may go from now on. Raises the row's revision. */
@ApplicationScoped
class ModeEvents {
    private final Outbox outbox;
    private final Revisions revisions;
    private final Clock clock;
    private final Effective effective;

    ModeEvents(Outbox outbox, Revisions revisions, Clock clock, Effective effective) {
        this.outbox = outbox;
        this.revisions = revisions;
        this.clock = clock;
        this.effective = effective;
    }

    /** What is set for the project, and what holds for it now. */
    Uni<Void> changed(ModeEntity row, Actor actor) {
        row.revision = revisions.next(row.revision);
        var mode = row.mode;
        return outbox.append(
                Topics.MODES,
                new ModeChanged(
                        row.groupId,
                        row.revision,
                        now(),
                        actor,
                        mode == null ? null : mode.name(),
                        effective.mode(row).name(),
                        row.checkIntervalSeconds,
                        (int) effective.interval(row).toSeconds()));
    }

    Uni<Void> changed(FreezeEntity row, Actor actor) {
        row.revision = revisions.next(row.revision);
        return outbox.append(
                Topics.MODES,
                new FreezeChanged(FreezeChanged.INSTALLATION, row.revision, now(), actor, row.frozen, row.reason));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
