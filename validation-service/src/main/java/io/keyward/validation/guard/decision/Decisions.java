package io.keyward.validation.guard.decision;

import io.keyward.clouds.ContextHop;
import io.keyward.contracts.Actor;
import io.keyward.validation.guard.decision.DecisionStore.Order;
import io.keyward.validation.guard.decision.DecisionStore.Progress;
import io.keyward.validation.keyuse.ChecksDue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out what operators decide about held keys. A decision that is cut off half way is good for the keys that it reached, and can be repeated. */
@ApplicationScoped
public class Decisions {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int PATIENCE = 40;

    private final DecisionStore store;
    private final Event<ChecksDue> checksDue;
    private final Clock clock;

    Decisions(DecisionStore store, Event<ChecksDue> checksDue, Clock clock) {
        this.store = store;
        this.checksDue = checksDue;
        this.clock = clock;
    }

    /**
     * Decides. The keys are checked at once; what that means for clusters follows from the answers.
     *
     * @param keyUseIds about which keys, those that are not held are passed over; about all that are held when there are none
     * @return what was decided, with the number of keys that it was about
     */
    public Uni<DecisionRecord> decide(Decision decision, Set<String> keyUseIds, @Nullable String comment, Actor actor) {
        Instant now = clock.instant();
        var order = new Order(decision, keyUseIds, comment, actor, now);
        return carryOn(order, Progress.NONE, PATIENCE)
                .invoke(() -> checksDue.fire(ChecksDue.now()))
                .map(done -> new DecisionRecord(decision, comment, done.keyUses(), now, actor.name()));
    }

    /** Goes on while it gets on; keys whose result is being recorded are waited for a little. */
    private Uni<Progress> carryOn(Order order, Progress before, int patience) {
        return store.carryOn(order, before).chain(after -> {
            if (after.left() == 0 || patience == 0) {
                return Uni.createFrom().item(after);
            }
            return after.keyUses() > before.keyUses()
                    ? carryOn(order, after, patience)
                    : ContextHop.pause(PAUSE).chain(() -> carryOn(order, after, patience - 1));
        });
    }
}
