package io.keyward.endpoint.api;

import org.jspecify.annotations.Nullable;

/** Body of POST. The region is all that is wanted; whoever sends an endpoint as it was read is not refused for the fields we fill in. */
record EndpointRequest(
        @Nullable String regionName,
        @Nullable String cloudProvider,
        @Nullable Object id,
        @Nullable Object status,
        @Nullable Object errorMessage,
        @Nullable Object privateEndpointConnectionName) {}
