package io.keyward.endpoint.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.endpoint.provider.RegionCatalogue;
import io.keyward.endpoint.registry.Endpoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as it is answered.
 *
 * @param errorMessage what went wrong and what to do; absent when nothing did
 * @param privateEndpointConnectionName the provider's id, for example {@code vpce-0a1b…}; null until it is known
 * @param regionName as Atlas spells it, for example {@code US_EAST_1}
 */
record EndpointView(
        String cloudProvider,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String errorMessage,

        String id,
        @Nullable String privateEndpointConnectionName,
        String regionName,
        EndpointStatus status) {

    /**
     * Empty for one that is gone.
     *
     * @param regions of its provider
     */
    static Optional<EndpointView> of(Endpoint endpoint, RegionCatalogue regions) {
        return endpoint.status()
                .map(status -> new EndpointView(
                        endpoint.provider(),
                        endpoint.errorMessage().orElse(null),
                        endpoint.id(),
                        endpoint.reference().orElse(null),
                        regions.find(endpoint.region())
                                .map(ProviderRegion::apiName)
                                .orElse(endpoint.region()),
                        status));
    }
}
