package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Answer.Admitted;
import io.keyward.endpoint.lifecycle.Command;
import io.keyward.endpoint.lifecycle.Command.Nothing;
import io.keyward.endpoint.lifecycle.Decision;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.keyward.endpoint.region.Place;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.ReconcileStore;
import io.keyward.endpoint.registry.ReconcileStore.Rest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Carries out decisions. What is to be asked for is recorded first: who dies in between leaves a successor who asks for the same. */
@ApplicationScoped
class Execution {
    private static final Logger LOG = Logger.getLogger(Execution.class);

    private final ReconcileStore store;
    private final Commands commands;
    private final Planning planning;
    private final ReconcileMetrics metrics;

    Execution(ReconcileStore store, Commands commands, Planning planning, ReconcileMetrics metrics) {
        this.store = store;
        this.commands = commands;
        this.planning = planning;
        this.metrics = metrics;
    }

    /** What was decided about an endpoint, as it was read. */
    record Decided(Endpoint endpoint, Decision decision) {

        boolean changesNothing() {
            return decision.next().equals(endpoint.state()) && decision.command() instanceof Nothing;
        }
    }

    /** Lets endpoints be until their next look: one statement, however many there are. */
    Uni<Void> rest(List<Decided> unchanged, Errands errands) {
        var rests = unchanged.stream()
                .map(one -> new Rest(
                        one.endpoint(), planning.nextLook(one.decision().lookAgain())))
                .toList();
        return rests.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.rest(rests)
                        .invoke(changed -> changed.forEach(id -> dropped(id, errands)))
                        .replaceWithVoid();
    }

    /** Takes one endpoint a step further. Has no effect once somebody else changed its record. */
    Uni<Void> carryOut(Decided decided, Errands errands) {
        var command = decided.decision().command();
        if (command instanceof Nothing) {
            return settle(decided.endpoint(), decided.decision())
                    .invoke(settled -> afterwards(decided.endpoint(), settled, errands))
                    .replaceWithVoid();
        }
        return errands.take(command)
                ? store.record(decided.endpoint(), decided.decision().next(), planning.now())
                        .chain(recorded -> recorded.map(endpoint -> ask(endpoint, command, errands))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                        .invoke(settled -> afterwards(decided.endpoint(), settled, errands))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** Removes something that no record needs. */
    Uni<Void> remove(Place place, Sighting sighting, Errands errands) {
        var delete = new Command.Delete(sighting.ref());
        return errands.take(delete)
                ? commands.remove(place, delete)
                        .invoke(answer -> errands.answered(delete, answer))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Optional<Endpoint>> ask(Endpoint endpoint, Command command, Errands errands) {
        return commands.perform(endpoint, command)
                .invoke(answer -> errands.answered(command, answer))
                .chain(answer -> settle(endpoint, answer));
    }

    private Uni<Optional<Endpoint>> settle(Endpoint endpoint, Answer answer) {
        var decision = planning.answered(endpoint, answer);
        return answer instanceof Admitted(var ignored, var stamp) && decision.next() instanceof Replaced replaced
                ? store.replace(endpoint, replaced, stamp, planning.nextLook(decision.lookAgain()))
                : settle(endpoint, decision);
    }

    private Uni<Optional<Endpoint>> settle(Endpoint endpoint, Decision decision) {
        return store.settle(endpoint, decision.next(), planning.nextLook(decision.lookAgain()));
    }

    private void afterwards(Endpoint before, Optional<Endpoint> settled, Errands errands) {
        settled.ifPresentOrElse(
                after -> {
                    LOG.infof(
                            "endpointId=%s region=%s is %s",
                            after.id(), after.region(), after.state().getClass().getSimpleName());
                    metrics.moved(before, after);
                },
                () -> dropped(before.id(), errands));
    }

    private static void dropped(String id, Errands errands) {
        errands.notRecorded();
        LOG.infof("endpointId=%s a late result was dropped", id);
    }
}
