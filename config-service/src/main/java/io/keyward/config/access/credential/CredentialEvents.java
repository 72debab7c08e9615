package io.keyward.config.access.credential;

import io.keyward.access.Caller;
import io.keyward.config.activity.Journal;
import io.keyward.contracts.AccessEvent;
import io.keyward.contracts.AccessEvent.CredentialCreated;
import io.keyward.contracts.AccessEvent.CredentialDeleted;
import io.keyward.contracts.AccessEvent.CredentialUpdated;
import io.keyward.contracts.Actor;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Tells, in the caller's open transaction, that a credential is another than before. Raises the row's revision. Drivers are configured, not
 * managed: nothing is told of them.
 */
@ApplicationScoped
class CredentialEvents {
    private final Journal journal;
    private final Revisions revisions;
    private final Clock clock;

    CredentialEvents(Journal journal, Revisions revisions, Clock clock) {
        this.journal = journal;
        this.revisions = revisions;
        this.clock = clock;
    }

    Uni<Void> created(CredentialEntity row, Actor actor) {
        Instant at = next(row);
        return append(row, new CredentialCreated(row.id, row.revision, at, actor, row.orgId, row.kind, row.publicName));
    }

    Uni<Void> updated(CredentialEntity row, Actor actor) {
        Instant at = next(row);
        return append(row, new CredentialUpdated(row.id, row.revision, at, actor, row.orgId, row.kind, row.publicName));
    }

    Uni<Void> deleted(CredentialEntity row, Actor actor) {
        Instant at = next(row);
        return append(row, new CredentialDeleted(row.id, row.revision, at, actor, row.orgId, row.kind, row.publicName));
    }

    private Instant next(CredentialEntity row) {
        row.revision = revisions.next(row.revision);
        return clock.instant();
    }

    private Uni<Void> append(CredentialEntity row, AccessEvent event) {
        return row.kind.equals(Caller.Kind.DRIVER.name())
                ? Uni.createFrom().voidItem()
                : journal.append(Topics.ACCESS, event);
    }
}
