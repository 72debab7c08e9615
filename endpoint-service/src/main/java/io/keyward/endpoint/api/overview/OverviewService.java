package io.keyward.endpoint.api.overview;

import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.endpoint.api.overview.EndpointOverview.Region;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.region.Place;
import io.keyward.endpoint.region.RegionHealth;
import io.keyward.endpoint.region.RegionStore;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.EndpointPageStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings together what is known of endpoints, of their kin, and of their regions. */
@ApplicationScoped
class OverviewService {
    private static final Duration TODAY = Duration.ofHours(24);

    private final EndpointPageStore pages;
    private final RegionStore regions;
    private final Providers providers;
    private final Clock clock;

    OverviewService(EndpointPageStore pages, RegionStore regions, Providers providers, Clock clock) {
        this.pages = pages;
        this.regions = regions;
        this.providers = providers;
        this.clock = clock;
    }

    Uni<Page<EndpointOverview>> list(String groupId, Paging paging) {
        return pages.list(groupId, paging)
                .chain(slice -> overviews(slice.endpoints()).map(found -> paging.page(found, slice.total())));
    }

    /** Empty when the project has no such endpoint, or has it no more. */
    Uni<Optional<EndpointOverview>> find(String groupId, String endpointId) {
        return pages.find(groupId, endpointId)
                .chain(found -> overviews(found.stream().toList()))
                .map(overviews -> overviews.stream().findFirst());
    }

    private Uni<List<EndpointOverview>> overviews(List<Endpoint> endpoints) {
        var lineages = endpoints.stream()
                .map(endpoint -> endpoint.kinship().lineage())
                .distinct()
                .toList();
        return pages.replacements(lineages, clock.instant().minus(TODAY))
                .chain(replacements -> regions.health().map(health -> endpoints.stream()
                        .map(endpoint -> overview(endpoint, replacements, health))
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private Optional<EndpointOverview> overview(
            Endpoint endpoint, Map<String, Long> replacements, Map<Place, RegionHealth> health) {
        var region = Optional.ofNullable(health.get(new Place(endpoint.provider(), endpoint.region())))
                .map(known -> new Region(known.seenAt(), known.trouble(), known.troubleSince()))
                .orElseGet(() -> new Region(null, null, null));
        return EndpointOverview.of(
                endpoint,
                nameOf(endpoint),
                region,
                replacements.getOrDefault(endpoint.kinship().lineage(), 0L));
    }

    /** A cloud that is served no more has left its regions' names behind. */
    private String nameOf(Endpoint endpoint) {
        return providers
                .find(endpoint.provider())
                .flatMap(provider -> provider.regions().find(endpoint.region()))
                .map(ProviderRegion::apiName)
                .orElse(endpoint.region());
    }
}
