package io.keyward.validation.alert.store;

import io.keyward.contracts.Actor;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.store.AlertEvents.News;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Numbers the changes of alerts and publishes them, in the transaction that makes them. */
@ApplicationScoped
class AlertJournal {
    private final AlertRows rows;
    private final Outbox outbox;
    private final Revisions revisions;
    private final Clock clock;

    AlertJournal(AlertRows rows, Outbox outbox, Revisions revisions, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** Now, as it is stored and published. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Publishes a row as it is now. */
    Uni<Alert> publish(News news, AlertEntity row, Actor actor) {
        row.revision = revisions.next(row.revision);
        var alert = rows.toRecord(row);
        return outbox.append(Topics.ALERTS, AlertEvents.of(news, alert, actor, now()))
                .replaceWith(alert);
    }
}
