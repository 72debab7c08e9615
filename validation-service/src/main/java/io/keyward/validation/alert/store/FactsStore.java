package io.keyward.validation.alert.store;

import io.keyward.validation.alert.project.KeyAgeStore;
import io.keyward.validation.alert.rules.ProjectFacts;
import io.keyward.validation.endpoint.EndpointStore;
import io.keyward.validation.enforcement.ClusterFactsStore;
import io.keyward.validation.keyuse.KeyUseStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gathers what alerts follow from, in the caller's transaction. */
@ApplicationScoped
class FactsStore {
    private final KeyUseStore keyUses;
    private final ClusterFactsStore clusters;
    private final EndpointStore endpoints;
    private final KeyFactsStore keys;
    private final KeyAgeStore ages;

    FactsStore(
            KeyUseStore keyUses,
            ClusterFactsStore clusters,
            EndpointStore endpoints,
            KeyFactsStore keys,
            KeyAgeStore ages) {
        this.keyUses = keyUses;
        this.clusters = clusters;
        this.endpoints = endpoints;
        this.keys = keys;
        this.ages = ages;
    }

    Uni<ProjectFacts> ofProject(String groupId) {
        return keyUses.ofProject(groupId)
                .chain(uses -> keys.of(groupId, uses).chain(known -> clusters.ofProject(groupId, uses)
                        .chain(found -> endpoints.ofProject(groupId).chain(ways -> ages.bringTo(groupId, uses)
                                .map(since -> new ProjectFacts(known, found, ways, since))))));
    }
}
