package io.keyward.config.access.credential;

import io.keyward.access.Caller;
import io.keyward.config.activity.ActivityLog;
import io.keyward.config.activity.Journal;
import io.keyward.config.activity.entry.MembershipEntryRules;
import io.keyward.config.activity.entry.MembershipEntryRules.Holder;
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
    private final ActivityLog log;
    private final Revisions revisions;
    private final Clock clock;

    CredentialEvents(Journal journal, ActivityLog log, Revisions revisions, Clock clock) {
        this.journal = journal;
        this.log = log;
        this.revisions = revisions;
        this.clock = clock;
    }

    Uni<Void> created(CredentialEntity row, Actor actor) {
        Instant at = next(row);
        return append(row, new CredentialCreated(row.id, row.revision, at, actor, row.orgId, row.kind, row.publicName));
    }

    /** @param before what the row was; what was changed is in its organisation's log, or in those of the projects that it is in another way in */
    Uni<Void> updated(CredentialEntity row, Settings before, Actor actor) {
        Instant at = next(row);
        CredentialUpdated updated =
                new CredentialUpdated(row.id, row.revision, at, actor, row.orgId, row.kind, row.publicName);
        return append(row, updated)
                .chain(() -> logMemberships(row, before, actor, at))
                .chain(() -> CredentialEntryRules.changed(row.credential(), before, actor, at)
                        .map(log::record)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    Uni<Void> deleted(CredentialEntity row, Settings before, Actor actor) {
        Instant at = next(row);
        CredentialDeleted deleted =
                new CredentialDeleted(row.id, row.revision, at, actor, row.orgId, row.kind, row.publicName);
        return append(row, deleted).chain(() -> logMemberships(row, before, actor, at));
    }

    private Uni<Void> logMemberships(CredentialEntity row, Settings before, Actor actor, Instant at) {
        Credential now = row.credential();
        return log.recordAll(MembershipEntryRules.entries(
                new Holder(now.kind(), now.publicName()),
                before.projectRoles(),
                now.settings().projectRoles(),
                actor,
                at));
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
