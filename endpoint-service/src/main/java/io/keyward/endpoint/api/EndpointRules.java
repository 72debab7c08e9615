package io.keyward.endpoint.api;

import io.keyward.atlas.region.AwsRegion;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a request for an endpoint acceptable, as far as the request alone can tell. */
final class EndpointRules {
    /** The only cloud with endpoints so far. */
    static final String PROVIDER = "AWS";

    private EndpointRules() {}

    /** The outcome. */
    sealed interface Plan {
        record Accepted(AwsRegion region) implements Plan {}

        record Refused(EndpointError error) implements Plan {}
    }

    /** @param provider as the path has it */
    static Optional<EndpointError> checkProvider(String provider) {
        return provider.equals(PROVIDER)
                ? Optional.empty()
                : Optional.of(new EndpointError.ProviderNotServed(provider));
    }

    /**
     * @param provider as the path has it
     * @param served the regions that have a network for endpoints
     */
    static Plan plan(String provider, EndpointRequest request, Set<AwsRegion> served) {
        return checkProvider(provider)
                .or(() -> checkSameProvider(provider, request.cloudProvider()))
                .<Plan>map(Plan.Refused::new)
                .orElseGet(() -> region(request.regionName(), served));
    }

    private static Optional<EndpointError> checkSameProvider(String inPath, @Nullable String inBody) {
        return inBody == null || inBody.equals(inPath)
                ? Optional.empty()
                : Optional.of(new EndpointError.OtherProvider(inBody, inPath));
    }

    private static Plan region(@Nullable String name, Set<AwsRegion> served) {
        if (name == null) {
            return new Plan.Refused(new EndpointError.RegionMissing());
        }
        return AwsRegion.find(name)
                .map(region -> served.contains(region)
                        ? new Plan.Accepted(region)
                        : new Plan.Refused(new EndpointError.RegionWithoutNetwork(region, served)))
                .orElseGet(() -> new Plan.Refused(new EndpointError.RegionUnknown(name)));
    }
}
