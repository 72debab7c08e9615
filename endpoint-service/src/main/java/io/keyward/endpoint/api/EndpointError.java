package io.keyward.endpoint.api;

import io.keyward.atlas.region.AwsRegion;
import java.util.Set;

/** Why a request about endpoints is refused by this service itself. */
sealed interface EndpointError {

    /** The path names a cloud that this installation makes no endpoints on. */
    record ProviderNotServed(String provider) implements EndpointError {}

    /** The body names another cloud than the path. */
    record OtherProvider(String inBody, String inPath) implements EndpointError {}

    record RegionMissing() implements EndpointError {}

    /** There is no such region. */
    record RegionUnknown(String name) implements EndpointError {}

    /** There is, but nobody has set up a network for endpoints in it. */
    record RegionWithoutNetwork(AwsRegion region, Set<AwsRegion> served) implements EndpointError {}

    record RegionTaken(AwsRegion region) implements EndpointError {}

    /** The project was closed after it was admitted, and again after it was admitted anew. */
    record Overtaken() implements EndpointError {}

    record NotFound(String groupId, String endpointId) implements EndpointError {}
}
