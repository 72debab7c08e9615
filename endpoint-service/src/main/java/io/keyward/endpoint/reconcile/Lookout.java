package io.keyward.endpoint.reconcile;

import io.keyward.clouds.ContextHop;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.region.ClaimedRegion;
import io.keyward.endpoint.region.Look;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at regions, for a limited time each. */
@ApplicationScoped
class Lookout {
    private final Providers providers;
    private final Planning planning;
    private final ReconcileConfig config;
    private final ReconcileMetrics metrics;

    Lookout(Providers providers, Planning planning, ReconcileConfig config, ReconcileMetrics metrics) {
        this.providers = providers;
        this.planning = planning;
        this.config = config;
        this.metrics = metrics;
    }

    /** One look for the sake of all that is there. */
    Uni<Look> look(ClaimedRegion claimed) {
        return Uni.createFrom().deferred(() -> {
            var began = planning.now();
            return ContextHop.within(config.lookTimeLimit(), observe(claimed), Lookout::tookTooLong)
                    .map(view -> Look.of(claimed, began, view))
                    .invoke(metrics::looked);
        });
    }

    private Uni<RegionView> observe(ClaimedRegion claimed) {
        var place = claimed.place();
        return providers.get(place.provider()).observe(place.region());
    }

    private static RegionView tookTooLong() {
        return new RegionView.Unseen("The cloud did not answer in time.");
    }
}
