package io.keyward.config.endpoint;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a project has of private endpoints in one region: one, or a lost one beside whatever replaces it. However often an endpoint was replaced, its
 * region counts once.
 *
 * @param regionName as the API spells it
 * @param endpoints at least one, oldest first
 */
public record RegionEndpoints(String regionName, List<PrivateEndpoint> endpoints) {

    /**
     * Sorts endpoints into their regions.
     *
     * @param endpoints oldest first
     * @return by the names of the regions
     */
    public static List<RegionEndpoints> of(Collection<PrivateEndpoint> endpoints) {
        return endpoints.stream()
                .collect(Collectors.groupingBy(PrivateEndpoint::regionName, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(region -> new RegionEndpoints(region.getKey(), List.copyOf(region.getValue())))
                .toList();
    }

    /** Whether nodes in the region reach the key through one of them. */
    public boolean isCovered() {
        return endpoints.stream().anyMatch(PrivateEndpoint::isActive);
    }
}
