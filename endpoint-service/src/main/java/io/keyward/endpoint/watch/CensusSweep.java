package io.keyward.endpoint.watch;

import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.region.Place;
import io.keyward.endpoint.region.RegionHealth;
import io.keyward.endpoint.region.RegionStore;
import io.keyward.endpoint.registry.CensusStore;
import io.keyward.endpoint.registry.CensusStore.Census;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Counts endpoints, and tells how regions answer: from the database, so that every replica tells the same. */
@ApplicationScoped
class CensusSweep {
    private final CensusStore census;
    private final RegionStore regions;
    private final Clock clock;
    private final MultiGauge failures;
    private volatile Census counted = Census.NOTHING;
    private volatile int orphans;

    CensusSweep(CensusStore census, RegionStore regions, Providers providers, Clock clock, MeterRegistry meters) {
        this.census = census;
        this.regions = regions;
        this.clock = clock;
        this.failures = MultiGauge.builder("keyward.endpoint.region.failures")
                .description("Troubles in a row that a region gave; 0 when it answers")
                .register(meters);
        providers.names().forEach(provider -> gaugesOf(provider, meters));
        Gauge.builder("keyward.endpoints.orphaned", () -> orphans)
                .description("Endpoints in the cloud that carry our tag and that there is no record of")
                .register(meters);
        Gauge.builder("keyward.endpoint.oldest.under.way", this::oldestUnderWay)
                .baseUnit("seconds")
                .description("For how long the endpoint that is longest under way has been so")
                .register(meters);
    }

    private void gaugesOf(String provider, MeterRegistry meters) {
        for (EndpointStatus status : EndpointStatus.values()) {
            Gauge.builder("keyward.endpoints", () -> counted.of(provider, status))
                    .tag("status", status.name())
                    .tag("provider", provider)
                    .description("Private endpoints by what the API shows")
                    .register(meters);
        }
    }

    @Scheduled(every = "{keyward.endpoint.sweep}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return census.take()
                .invoke(taken -> counted = taken)
                .chain(regions::health)
                .invoke(this::tell)
                .replaceWithVoid();
    }

    private void tell(Map<Place, RegionHealth> health) {
        orphans = health.values().stream().mapToInt(RegionHealth::orphans).sum();
        failures.register(
                health.entrySet().stream()
                        .map(region -> Row.of(
                                Tags.of(
                                        "provider",
                                        region.getKey().provider(),
                                        "region",
                                        region.getKey().region()),
                                region.getValue().failures()))
                        .toList(),
                true);
    }

    private double oldestUnderWay() {
        var now = clock.instant();
        return counted.oldestUnderWay()
                .map(since -> Duration.between(since, now).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
