package io.keyward.endpoint.reconcile;

import io.keyward.clouds.ContextHop;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.region.ClaimedRegion;
import io.keyward.endpoint.region.RegionStore;
import io.keyward.endpoint.region.RegionStore.Terms;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Claims the regions that are due and has each looked at, side by side. Whatever fails on the way comes back when its lease lapses. */
@ApplicationScoped
class EndpointReconciler {
    private static final Logger LOG = Logger.getLogger(EndpointReconciler.class);

    private final RegionStore regions;
    private final Providers providers;
    private final RegionRound round;
    private final Planning planning;
    private final Vertx vertx;

    EndpointReconciler(RegionStore regions, Providers providers, RegionRound round, Planning planning, Vertx vertx) {
        this.regions = regions;
        this.providers = providers;
        this.round = round;
        this.planning = planning;
        this.vertx = vertx;
    }

    /**
     * One round over what is due.
     *
     * @return completes when all of it is recorded, with whether more may be due than a round takes
     */
    Uni<Boolean> round() {
        var terms = planning.terms();
        return ContextHop.onNewContext(vertx, () -> claimDue(terms))
                .chain(claimed -> lookAtAll(claimed).replaceWith(() -> claimed.size() == terms.limit()));
    }

    private Uni<List<ClaimedRegion>> claimDue(Terms terms) {
        return regions.claimDue(UUID.randomUUID(), providers.names(), planning.now(), terms);
    }

    private Uni<Void> lookAtAll(List<ClaimedRegion> claimed) {
        return Multi.createFrom()
                .iterable(claimed)
                .onItem()
                .transformToUni(this::lookAt)
                .merge(Math.max(1, claimed.size()))
                .collect()
                .last();
    }

    private Uni<Void> lookAt(ClaimedRegion claimed) {
        return Uni.createFrom()
                .deferred(() -> round.lookAt(vertx, claimed))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "place=%s was not looked at; the lease lapses", claimed.place()))
                .onFailure()
                .recoverWithNull();
    }
}
