package io.keyward.endpoint.reconcile;

import io.keyward.clouds.ContextHop;
import io.keyward.endpoint.provider.Place;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.watch.Strays;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Looks at regions, for a limited time each, and passes on what nobody was looking for. */
@ApplicationScoped
class Lookout {
    private final Providers providers;
    private final Planning planning;
    private final Strays strays;
    private final ReconcileConfig config;
    private final ReconcileMetrics metrics;

    Lookout(Providers providers, Planning planning, Strays strays, ReconcileConfig config, ReconcileMetrics metrics) {
        this.providers = providers;
        this.planning = planning;
        this.strays = strays;
        this.config = config;
        this.metrics = metrics;
    }

    /** One look for the sake of all {@code endpoints}, which lie at {@code place}. */
    Uni<Look> look(UUID token, Place place, List<Endpoint> endpoints) {
        return Uni.createFrom().deferred(() -> {
            var began = planning.now();
            var view = providers.get(place.provider()).observe(place.region());
            return ContextHop.within(config.lookTimeLimit(), view, this::tookTooLong)
                    .map(seen -> new Look(token, place, endpoints, began, seen))
                    .invoke(metrics::looked)
                    .call(look -> strays.report(place, look.view(), look.ids()));
        });
    }

    private RegionView tookTooLong() {
        return new RegionView.Unseen("The cloud did not answer in time.");
    }
}
