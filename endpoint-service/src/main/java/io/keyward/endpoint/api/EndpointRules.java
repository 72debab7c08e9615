package io.keyward.endpoint.api;

import io.keyward.atlas.ErrorCode;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.endpoint.provider.RegionCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a request for an endpoint acceptable, as far as the request alone can tell. */
final class EndpointRules {
    private EndpointRules() {}

    /** The outcome. */
    sealed interface Plan {
        record Accepted(ProviderRegion region) implements Plan {}

        record Refused(EndpointError error) implements Plan {}
    }

    /**
     * @param groupId whose endpoint it is to be
     * @param provider as the path has it: one that there is
     * @param regions of that provider
     */
    static Plan plan(String groupId, String provider, EndpointRequest request, RegionCatalogue regions) {
        return checkSameProvider(provider, request.cloudProvider())
                .<Plan>map(Plan.Refused::new)
                .orElseGet(() -> region(request.regionName(), groupId, provider, regions));
    }

    private static Optional<EndpointError> checkSameProvider(String inPath, @Nullable String inBody) {
        return inBody == null || inBody.equals(inPath)
                ? Optional.empty()
                : Optional.of(new EndpointError.OtherProvider(inBody, inPath));
    }

    private static Plan region(@Nullable String name, String groupId, String provider, RegionCatalogue regions) {
        if (name == null) {
            return new Plan.Refused(new EndpointError.RegionMissing());
        }
        return regions.find(name)
                .map(region -> served(region, regions.served(groupId), regions.notServed()))
                .orElseGet(() -> new Plan.Refused(new EndpointError.RegionUnknown(name, provider, regions.all())));
    }

    private static Plan served(ProviderRegion region, Set<ProviderRegion> served, ErrorCode otherwise) {
        return served.contains(region)
                ? new Plan.Accepted(region)
                : new Plan.Refused(new EndpointError.RegionWithoutNetwork(region, List.copyOf(served), otherwise));
    }
}
