package io.keyward.endpoint.reconcile;

import io.keyward.clouds.ContextHop;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.keyward.endpoint.reconcile.Execution.Decided;
import io.keyward.endpoint.region.ClaimedRegion;
import io.keyward.endpoint.region.Look;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.ReconcileStore.Candidate;
import io.keyward.endpoint.watch.Strays;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * One look at a region under its lease, and all that follows: nothing when it shows what it showed before and nobody is due there; else what is due, and in
 * case of news all that is recorded there, is decided on and recorded, and only then is the cloud asked. Each piece of work has a context of its own.
 */
@ApplicationScoped
class RegionRound {
    private static final Logger LOG = Logger.getLogger(RegionRound.class);
    private static final int AT_ONCE = 16;
    private static final String STUMBLED = "What was seen could not be recorded.";

    private final Lookout lookout;
    private final Ledger ledger;
    private final Execution execution;
    private final Strays strays;
    private final Planning planning;

    RegionRound(Lookout lookout, Ledger ledger, Execution execution, Strays strays, Planning planning) {
        this.lookout = lookout;
        this.ledger = ledger;
        this.execution = execution;
        this.strays = strays;
        this.planning = planning;
    }

    Uni<Void> lookAt(Vertx vertx, ClaimedRegion claimed) {
        return ContextHop.onNewContext(vertx, () -> lookout.look(claimed))
                .chain(look -> new Course(vertx, look, planning.errands(look.trouble())).follow());
    }

    /** What follows from one look. */
    private final class Course {
        private final Vertx vertx;
        private final Look look;
        private final Errands errands;

        Course(Vertx vertx, Look look, Errands errands) {
            this.vertx = vertx;
            this.look = look;
            this.errands = errands;
        }

        Uni<Void> follow() {
            var course = look.isIdle() ? conclude(0) : read();
            return course.onFailure().recoverWithUni(this::stumble);
        }

        private Uni<Void> read() {
            return ContextHop.onNewContext(vertx, () -> ledger.read(look))
                    .chain(read -> read.map(this::act).orElseGet(this::giveUp));
        }

        /** Gives the region back, as one that could not be looked at, for the next look to do better. */
        private Uni<Void> stumble(Throwable failure) {
            LOG.errorf(failure, "place=%s a look was not seen through", look.place());
            var nothing = Look.of(look.claimed(), look.began(), new RegionView.Unseen(STUMBLED));
            var trouble = planning.errands(nothing.trouble());
            return ContextHop.onNewContext(vertx, () -> ledger.conclude(nothing, trouble, 0));
        }

        private Uni<Void> act(List<Candidate> candidates) {
            var decided = candidates.stream().map(this::decide).toList();
            var unchanged = decided.stream().filter(Decided::changesNothing).toList();
            var changed = decided.stream().filter(one -> !one.changesNothing()).toList();
            return ContextHop.onNewContext(vertx, () -> execution.rest(unchanged, errands))
                    .chain(() -> each(changed, one -> execution.carryOut(one, errands)))
                    .chain(() -> look.isNews()
                            ? tidyUp(candidates)
                            : Uni.createFrom().item(0))
                    .chain(this::conclude);
        }

        private Decided decide(Candidate candidate) {
            var endpoint = candidate.endpoint();
            var seen = look.of(endpoint.id(), endpoint.reference());
            return new Decided(endpoint, planning.decide(candidate, seen, look.began()));
        }

        /** Removes what no record needs, and answers how much there is that nobody has a record of. */
        private Uni<Integer> tidyUp(List<Candidate> candidates) {
            var endpoints = candidates.stream().map(Candidate::endpoint).toList();
            var recorded = endpoints.stream().map(Endpoint::id).collect(Collectors.toSet());
            return ContextHop.onNewContext(vertx, () -> strays.sort(look.place(), look.strangers(recorded)))
                    .call(sorted -> each(
                            Stream.concat(surplus(endpoints), sorted.remnants().stream())
                                    .toList(),
                            sighting -> execution.remove(look.place(), sighting, errands)))
                    .map(Strays.Sorted::orphans);
        }

        /** Only once everything is recorded is it sure which of several belongs to an endpoint. */
        private Stream<Sighting> surplus(List<Endpoint> endpoints) {
            return errands.isDone()
                    ? endpoints.stream()
                            .flatMap(endpoint -> look.surplusOf(endpoint.id(), endpoint.reference()).stream())
                    : Stream.empty();
        }

        private <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
            return Multi.createFrom()
                    .iterable(all)
                    .onItem()
                    .transformToUni(one -> alone(one, work))
                    .merge(AT_ONCE)
                    .collect()
                    .last()
                    .replaceWithVoid();
        }

        private <T> Uni<Void> alone(T one, Function<T, Uni<Void>> work) {
            return ContextHop.onNewContext(vertx, () -> work.apply(one))
                    .onFailure()
                    .invoke(failure -> LOG.errorf(failure, "place=%s not carried out: %s", look.place(), one))
                    .onFailure()
                    .recoverWithUni(() -> {
                        errands.notRecorded();
                        return Uni.createFrom().voidItem();
                    });
        }

        private Uni<Void> giveUp() {
            LOG.infof("place=%s was looked at for longer than the lease; nothing follows", look.place());
            return Uni.createFrom().voidItem();
        }

        private Uni<Void> conclude(int orphans) {
            return ContextHop.onNewContext(vertx, () -> ledger.conclude(look, errands, orphans));
        }
    }
}
