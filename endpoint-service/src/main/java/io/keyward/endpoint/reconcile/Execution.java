package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Command;
import io.keyward.endpoint.lifecycle.Command.Nothing;
import io.keyward.endpoint.lifecycle.Decision;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.ReconcileStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Carries out decisions. What is to be asked of the cloud is recorded first: who dies in between leaves a successor who asks for the same. */
@ApplicationScoped
class Execution {
    private static final Logger LOG = Logger.getLogger(Execution.class);

    private final ReconcileStore store;
    private final Providers providers;
    private final Planning planning;
    private final ReconcileMetrics metrics;

    Execution(ReconcileStore store, Providers providers, Planning planning, ReconcileMetrics metrics) {
        this.store = store;
        this.providers = providers;
        this.planning = planning;
        this.metrics = metrics;
    }

    /** What was decided about an endpoint that is held under a lease. */
    record Decided(Endpoint endpoint, Decision decision) {

        boolean changesNothing() {
            return decision.next().equals(endpoint.state()) && decision.command() instanceof Nothing;
        }
    }

    /** Lets endpoints be until their next look: one statement for all that wait equally long. */
    Uni<Void> rest(UUID token, List<Decided> unchanged) {
        var byPause =
                unchanged.stream().collect(Collectors.groupingBy(decided -> planning.pauseAfter(decided.decision())));
        return Multi.createFrom()
                .iterable(byPause.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        group -> store.rest(token, ids(group.getValue()), planning.nextLook(group.getKey())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Takes one endpoint a step further. Has no effect once the lease is lost. */
    Uni<Void> carryOut(UUID token, Decided decided) {
        var step = decided.decision().command() instanceof Nothing
                ? settle(token, decided.endpoint(), decided.decision())
                : record(token, decided).chain(recorded -> recorded.map(
                                endpoint -> perform(endpoint, decided.decision().command())
                                        .chain(answer -> settle(token, endpoint, planning.answered(endpoint, answer))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
        return step.invoke(settled -> afterwards(decided.endpoint(), settled)).replaceWithVoid();
    }

    private Uni<Optional<Endpoint>> record(UUID token, Decided decided) {
        return store.record(token, decided.endpoint().id(), decided.decision().next());
    }

    private Uni<Answer> perform(Endpoint endpoint, Command command) {
        var provider = providers.get(endpoint.provider());
        return switch (command) {
            case Command.Create ignored ->
                provider.create(new Order(endpoint.id(), endpoint.groupId(), endpoint.region()));
            case Command.Delete delete -> provider.delete(endpoint.region(), delete.ref());
            case Command.Replace ignored ->
                Uni.createFrom().item(new Answer.TryLater("Its replacement has not been admitted yet."));
            case Nothing ignored -> throw new IllegalStateException("nothing is not performed");
        };
    }

    private Uni<Optional<Endpoint>> settle(UUID token, Endpoint endpoint, Decision decision) {
        return store.settle(token, endpoint.id(), decision.next(), planning.nextLook(planning.pauseAfter(decision)));
    }

    private void afterwards(Endpoint before, Optional<Endpoint> settled) {
        settled.ifPresentOrElse(
                after -> {
                    LOG.infof(
                            "endpointId=%s region=%s is %s",
                            after.id(), after.region(), after.state().getClass().getSimpleName());
                    metrics.moved(before, after);
                },
                () -> LOG.infof("endpointId=%s a late result was dropped", before.id()));
    }

    private static List<String> ids(List<Decided> decided) {
        return decided.stream().map(one -> one.endpoint().id()).toList();
    }
}
