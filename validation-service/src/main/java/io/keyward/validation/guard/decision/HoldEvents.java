package io.keyward.validation.guard.decision;

import io.keyward.contracts.KeyEvent.KeyFacts;
import io.keyward.contracts.KeyEvent.KeyHoldDecided;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Outbox;
import io.keyward.validation.guard.decision.DecisionStore.Order;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.ToldKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tells on {@code keyward.keys} what was decided about each held key, in the caller's transaction. */
@ApplicationScoped
class HoldEvents {
    private final Outbox outbox;

    HoldEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> publish(Order order, List<KeyUse> decided) {
        return Multi.createFrom()
                .iterable(decided)
                .onItem()
                .transformToUniAndConcatenate(use -> outbox.append(Topics.KEYS, event(order, use)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static KeyHoldDecided event(Order order, KeyUse use) {
        var at = order.at().truncatedTo(ChronoUnit.MILLIS);
        return new KeyHoldDecided(
                use.id(),
                use.revision(),
                at,
                order.actor(),
                facts(order, use),
                order.decision().name());
    }

    private static KeyFacts facts(Order order, KeyUse use) {
        var last = use.lastCheck();
        return ToldKey.facts(use, use.standing(), last == null ? order.at() : last.at(), use.life());
    }
}
