package io.keyward.endpoint.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** Body of POST. The region is all that is wanted; whoever sends an endpoint as it was read is not refused for the fields we fill in. */
@JsonIgnoreProperties({"errorMessage", "id", "privateEndpointConnectionName", "status"})
record EndpointRequest(
        @Nullable String regionName, @Nullable String cloudProvider) {}
