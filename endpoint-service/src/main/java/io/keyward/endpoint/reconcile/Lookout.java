package io.keyward.endpoint.reconcile;

import io.keyward.clouds.ContextHop;
import io.keyward.endpoint.provider.PrivateEndpointProvider;
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
    private final PrivateEndpointProvider provider;
    private final Planning planning;
    private final Strays strays;
    private final ReconcileConfig config;
    private final ReconcileMetrics metrics;

    Lookout(
            PrivateEndpointProvider provider,
            Planning planning,
            Strays strays,
            ReconcileConfig config,
            ReconcileMetrics metrics) {
        this.provider = provider;
        this.planning = planning;
        this.strays = strays;
        this.config = config;
        this.metrics = metrics;
    }

    /** One look for the sake of all {@code endpoints}, which lie in {@code region}. */
    Uni<Look> look(UUID token, String region, List<Endpoint> endpoints) {
        return Uni.createFrom().deferred(() -> {
            var began = planning.now();
            return ContextHop.within(config.lookTimeLimit(), provider.observe(region), this::tookTooLong)
                    .map(view -> new Look(token, region, endpoints, began, view))
                    .invoke(metrics::looked)
                    .call(look -> strays.report(region, look.view(), look.ids()));
        });
    }

    private RegionView tookTooLong() {
        return new RegionView.Unseen("The cloud did not answer in time.");
    }
}
