package io.keyward.validation.enforcement.networking;

import io.keyward.validation.endpoint.Endpoint;
import java.util.List;
import java.util.Set;

/**
 * How a project's clusters are to reach their keys.
 *
 * @param privateProviders the providers whose keys are to be reached over private endpoints only
 * @param endpoints all that the project has or ever had
 */
public record Networking(Set<String> privateProviders, List<Endpoint> endpoints) {

    public Networking {
        privateProviders = Set.copyOf(privateProviders);
        endpoints = List.copyOf(endpoints);
    }
}
