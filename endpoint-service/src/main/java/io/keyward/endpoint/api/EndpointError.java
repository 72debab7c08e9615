package io.keyward.endpoint.api;

import io.keyward.atlas.ErrorCode;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.endpoint.registry.Endpoint;
import java.util.List;

/** Why a request about endpoints is refused by this service itself. */
sealed interface EndpointError {

    /** The path names a cloud that this installation makes no endpoints on, but on {@code served}. */
    record ProviderNotServed(String provider, List<String> served) implements EndpointError {}

    /** The body names another cloud than the path. */
    record OtherProvider(String inBody, String inPath) implements EndpointError {}

    record RegionMissing() implements EndpointError {}

    /** The provider has no such region, but {@code all}. */
    record RegionUnknown(String name, String provider, List<ProviderRegion> all) implements EndpointError {}

    /**
     * There is, but nobody has set up a network for endpoints of the project in it, but in those that are {@code served}.
     *
     * @param code what the provider has for it
     */
    record RegionWithoutNetwork(ProviderRegion region, List<ProviderRegion> served, ErrorCode code)
            implements EndpointError {}

    /** The project has {@code there} in it already. */
    record RegionTaken(ProviderRegion region, Endpoint there) implements EndpointError {}

    /** The project was closed after it was admitted, and again after it was admitted anew. */
    record Overtaken() implements EndpointError {}

    record NotFound(String groupId, String endpointId) implements EndpointError {}
}
