package io.keyward.endpoint.watch;

import io.keyward.clouds.ContextHop;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.Place;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.registry.CensusStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Counts endpoints, and looks into regions that no endpoint leads to any more: what was left behind there would never be seen otherwise. */
@ApplicationScoped
class CensusSweep {
    private static final Logger LOG = Logger.getLogger(CensusSweep.class);

    private final CensusStore census;
    private final Providers providers;
    private final Strays strays;
    private final Vertx vertx;
    private volatile Map<EndpointStatus, Long> counts = Map.of();

    CensusSweep(CensusStore census, Providers providers, Strays strays, Vertx vertx, MeterRegistry meters) {
        this.census = census;
        this.providers = providers;
        this.strays = strays;
        this.vertx = vertx;
        for (EndpointStatus status : EndpointStatus.values()) {
            Gauge.builder("keyward.endpoints", () -> counts.getOrDefault(status, 0L))
                    .tag("status", status.name())
                    .description("Private endpoints by what the API shows")
                    .register(meters);
        }
    }

    @Scheduled(every = "{keyward.endpoint.sweep}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return census.byStatus().invoke(counted -> counts = counted).chain(this::lookEverywhere);
    }

    private Uni<Void> lookEverywhere() {
        return Multi.createFrom()
                .iterable(providers.names())
                .onItem()
                .transformToUniAndConcatenate(
                        name -> census.abandonedRegions(name).chain(regions -> lookInto(name, regions)))
                .collect()
                .last();
    }

    private Uni<Void> lookInto(String provider, List<String> regions) {
        return Multi.createFrom()
                .iterable(regions)
                .onItem()
                .transformToUniAndConcatenate(region -> lookInto(new Place(provider, region)))
                .collect()
                .last();
    }

    private Uni<Void> lookInto(Place place) {
        return ContextHop.onNewContext(vertx, () -> providers
                        .get(place.provider())
                        .observe(place.region())
                        .chain(view -> strays.report(place, view, Set.of())))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "place=%s was not looked into; the next sweep will", place))
                .onFailure()
                .recoverWithNull();
    }
}
