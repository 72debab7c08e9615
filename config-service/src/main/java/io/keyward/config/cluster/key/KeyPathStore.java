package io.keyward.config.cluster.key;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.ProjectKeys;
import io.keyward.config.encryption.ProjectKeys.CurrentKey;
import io.keyward.config.encryption.ProjectKeys.KeyFacts;
import io.keyward.config.endpoint.EndpointProjectionStore;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a project's keys are called, and where they are reached over private endpoints. Joins the caller's open session. */
@ApplicationScoped
public class KeyPathStore {
    private final ProjectKeys keys;
    private final EndpointProjectionStore endpoints;

    KeyPathStore(ProjectKeys keys, EndpointProjectionStore endpoints) {
        this.keys = keys;
        this.endpoints = endpoints;
    }

    /** Full names of those project keys, by id; one of which nothing is known any more has none. */
    public Uni<Map<String, String>> names(String groupId, Collection<String> keyIds) {
        return Multi.createFrom()
                .iterable(keyIds)
                .onItem()
                .transformToUniAndConcatenate(id -> keys.find(groupId, id))
                .collect()
                .in(HashMap::new, (names, found) -> add(names, found));
    }

    /**
     * The project's private endpoints as they were last heard of, oldest first, by the provider whose key is to be reached over them; providers whose key
     * is not are absent.
     */
    public Uni<Map<Cloud, List<PrivateEndpoint>>> privateEndpoints(String groupId) {
        return keys.current(groupId).chain(known -> Multi.createFrom()
                .iterable(known)
                .filter(CurrentKey::privateNetworking)
                .map(CurrentKey::provider)
                .onItem()
                .transformToUniAndConcatenate(
                        provider -> endpoints.endpoints(groupId, provider).map(found -> Map.entry(provider, found)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void add(Map<String, String> names, Optional<KeyFacts> key) {
        key.ifPresent(found -> names.put(found.id(), found.name()));
    }
}
