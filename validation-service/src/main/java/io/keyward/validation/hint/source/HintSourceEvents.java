package io.keyward.validation.hint.source;

import io.keyward.contracts.Actor;
import io.keyward.contracts.ModeEvent.HintSourceCreated;
import io.keyward.contracts.ModeEvent.HintSourceDeleted;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells of hint sources, in the caller's open transaction. One is made and deleted, and nothing in between. */
@ApplicationScoped
class HintSourceEvents {
    private final Outbox outbox;
    private final Revisions revisions;

    HintSourceEvents(Outbox outbox, Revisions revisions) {
        this.outbox = outbox;
        this.revisions = revisions;
    }

    Uni<Void> created(HintSource source, Actor actor, Instant at) {
        return outbox.append(
                Topics.MODES,
                new HintSourceCreated(source.id(), revisions.next(0), at, actor, source.groupId(), source.provider()));
    }

    Uni<Void> deleted(HintSource source, Actor actor, Instant at) {
        return outbox.append(
                Topics.MODES,
                new HintSourceDeleted(
                        source.id(),
                        revisions.next(revisions.next(0)),
                        at,
                        actor,
                        source.groupId(),
                        source.provider()));
    }
}
