package io.keyward.validation.guard;

import io.keyward.contracts.Actor;
import io.keyward.contracts.ModeEvent.GuardChanged;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.keyward.validation.Actors;
import io.keyward.validation.guard.rules.HoldReason;
import io.keyward.validation.guard.rules.Suspects;
import io.keyward.validation.operator.OperatorAlertType;
import io.keyward.validation.operator.OperatorAlerts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of the guard, in the caller's transaction: the others by an event, operators by one alert for each hold. */
@ApplicationScoped
class GuardNews {
    private final Outbox outbox;
    private final Revisions revisions;
    private final OperatorAlerts alerts;

    GuardNews(Outbox outbox, Revisions revisions, OperatorAlerts alerts) {
        this.outbox = outbox;
        this.revisions = revisions;
        this.alerts = alerts;
    }

    /**
     * What an operator decided.
     *
     * @param decision {@code RELEASE} or {@code REFUSE}
     */
    record Decided(String decision, @Nullable String comment, Actor actor) {}

    /** @param decided null when nobody did */
    Uni<Void> tell(GuardEntity row, Suspects found, Set<HoldReason> reasons, @Nullable Decided decided, Instant now) {
        row.revision = revisions.next(row.revision);
        return outbox.append(Topics.MODES, event(row, decided, now)).chain(() -> page(row, found, reasons));
    }

    private Uni<Void> page(GuardEntity row, Suspects found, Set<HoldReason> reasons) {
        return switch (row.state) {
            case HOLDING ->
                alerts.open(
                        OperatorAlertType.GUARD_HOLDING,
                        GuardWords.explanation(found, row.threshold, reasons),
                        GuardWords.REMEDY,
                        GuardWords.facts(found, row.threshold, reasons));
            case CLEAR -> alerts.close(OperatorAlertType.GUARD_HOLDING, GuardWords.ending(found, row.threshold));
        };
    }

    private static GuardChanged event(GuardEntity row, @Nullable Decided decided, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        return new GuardChanged(
                GuardChanged.GUARD,
                row.revision,
                at,
                decided == null ? Actors.SELF : decided.actor(),
                row.state.name(),
                row.since == null ? at : row.since,
                row.suspects,
                row.held,
                row.organizations,
                row.threshold,
                decided == null ? null : decided.decision(),
                decided == null ? null : decided.comment());
    }
}
