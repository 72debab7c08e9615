package io.keyward.endpoint.watch;

import io.keyward.clouds.ContextHop;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.PrivateEndpointProvider;
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
    private final PrivateEndpointProvider provider;
    private final Strays strays;
    private final Vertx vertx;
    private volatile Map<EndpointStatus, Long> counts = Map.of();

    CensusSweep(
            CensusStore census, PrivateEndpointProvider provider, Strays strays, Vertx vertx, MeterRegistry meters) {
        this.census = census;
        this.provider = provider;
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
        return census.byStatus()
                .invoke(counted -> counts = counted)
                .chain(() -> census.abandonedRegions(provider.name()))
                .chain(this::lookInto);
    }

    private Uni<Void> lookInto(List<String> regions) {
        return Multi.createFrom()
                .iterable(regions)
                .onItem()
                .transformToUniAndConcatenate(this::lookInto)
                .collect()
                .last();
    }

    private Uni<Void> lookInto(String region) {
        return ContextHop.onNewContext(
                        vertx, () -> provider.observe(region).chain(view -> strays.report(region, view, Set.of())))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "region=%s was not looked into; the next sweep will", region))
                .onFailure()
                .recoverWithNull();
    }
}
