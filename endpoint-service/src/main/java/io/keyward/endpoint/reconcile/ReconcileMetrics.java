package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.registry.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Counts looks, and measures how long endpoints take to become of use. */
@ApplicationScoped
class ReconcileMetrics {
    private final MeterRegistry meters;

    ReconcileMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void looked(Look look) {
        var outcome =
                switch (look.view()) {
                    case RegionView.Seen ignored -> "seen";
                    case RegionView.Unseen ignored -> "unseen";
                };
        meters.counter("keyward.endpoint.looks", "region", look.place().region(), "outcome", outcome)
                .increment();
    }

    void moved(Endpoint before, Endpoint after) {
        if (isInitiating(before) && after.status().equals(Optional.of(EndpointStatus.ACTIVE))) {
            var took = Duration.between(after.createdAt(), after.state().since());
            meters.timer("keyward.endpoint.time.to.active", "region", after.region())
                    .record(took);
        }
    }

    private static boolean isInitiating(Endpoint endpoint) {
        return endpoint.status().equals(Optional.of(EndpointStatus.INITIATING));
    }
}
