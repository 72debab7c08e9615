package io.keyward.validation.enforcement.networking;

import io.keyward.validation.endpoint.EndpointStore;
import io.keyward.validation.keyuse.KeyUseStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads how a project's clusters are to reach their keys, in the caller's transaction. */
@ApplicationScoped
public class NetworkingStore {
    private final KeyUseStore keyUses;
    private final EndpointStore endpoints;

    NetworkingStore(KeyUseStore keyUses, EndpointStore endpoints) {
        this.keyUses = keyUses;
        this.endpoints = endpoints;
    }

    public Uni<Networking> ofProject(String groupId) {
        return keyUses.privateProviders(groupId)
                .chain(providers -> endpoints.ofProject(groupId).map(all -> new Networking(providers, all)));
    }
}
