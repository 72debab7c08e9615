package io.keyward.endpoint.reconcile;

import io.keyward.clouds.ContextHop;
import io.keyward.endpoint.provider.Place;
import io.keyward.endpoint.reconcile.Execution.Decided;
import io.keyward.endpoint.registry.Endpoint;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Claims what is due, looks at its region once, decides for each endpoint, records, and only then asks the cloud for something. Regions go side by side,
 * and so do the endpoints of one, each on a context of its own. Whatever fails on the way comes back when its lease lapses.
 */
@ApplicationScoped
class EndpointReconciler {
    private static final Logger LOG = Logger.getLogger(EndpointReconciler.class);
    private static final int AT_ONCE = 16;

    private final Claims claims;
    private final Lookout lookout;
    private final Planning planning;
    private final Execution execution;
    private final Vertx vertx;

    EndpointReconciler(Claims claims, Lookout lookout, Planning planning, Execution execution, Vertx vertx) {
        this.claims = claims;
        this.lookout = lookout;
        this.planning = planning;
        this.execution = execution;
        this.vertx = vertx;
    }

    /**
     * One round over what is due.
     *
     * @return completes when all of it is recorded, with whether more may be due than a round takes
     */
    Uni<Boolean> round() {
        var token = UUID.randomUUID();
        return claimDue(token).chain(claimed -> reconcileAll(token, claimed).replaceWith(() -> claims.isFull(claimed)));
    }

    private Uni<List<Endpoint>> claimDue(UUID token) {
        return ContextHop.onNewContext(vertx, () -> claims.due(token));
    }

    private Uni<Void> reconcileAll(UUID token, List<Endpoint> claimed) {
        var places = claimed.stream()
                .collect(Collectors.groupingBy(endpoint -> new Place(endpoint.provider(), endpoint.region())));
        return Multi.createFrom()
                .iterable(places.entrySet())
                .onItem()
                .transformToUniAndMerge(place -> reconcile(token, place.getKey(), place.getValue()))
                .collect()
                .last();
    }

    private Uni<Void> reconcile(UUID token, Place place, List<Endpoint> endpoints) {
        return orLapse("place=" + place, () -> observe(token, place, endpoints).chain(this::actOn));
    }

    private Uni<Look> observe(UUID token, Place place, List<Endpoint> endpoints) {
        return ContextHop.onNewContext(vertx, () -> lookout.look(token, place, endpoints));
    }

    private Uni<Void> actOn(Look look) {
        var decided = look.endpoints().stream()
                .map(endpoint -> decide(look, endpoint))
                .toList();
        var unchanged = decided.stream().filter(Decided::changesNothing).toList();
        var changed = decided.stream().filter(one -> !one.changesNothing()).toList();
        return rest(look, unchanged).chain(() -> carryOut(look, changed));
    }

    private Decided decide(Look look, Endpoint endpoint) {
        return new Decided(endpoint, planning.decide(endpoint, look.of(endpoint), look.began()));
    }

    private Uni<Void> rest(Look look, List<Decided> unchanged) {
        return ContextHop.onNewContext(vertx, () -> execution.rest(look.token(), unchanged));
    }

    private Uni<Void> carryOut(Look look, List<Decided> changed) {
        return Multi.createFrom()
                .iterable(changed)
                .onItem()
                .transformToUni(decided -> carryOut(look, decided))
                .merge(AT_ONCE)
                .collect()
                .last();
    }

    private Uni<Void> carryOut(Look look, Decided decided) {
        return orLapse(
                "endpointId=" + decided.endpoint().id(),
                () -> ContextHop.onNewContext(vertx, () -> execution.carryOut(look.token(), decided)));
    }

    private static Uni<Void> orLapse(String what, Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "%s was not reconciled; the lease lapses", what))
                .onFailure()
                .recoverWithNull();
    }
}
