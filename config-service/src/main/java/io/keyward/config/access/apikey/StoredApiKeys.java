package io.keyward.config.access.apikey;

import io.keyward.access.ApiKey;
import io.keyward.access.ApiKeyDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The directory of the keys' owner: every question is answered from the store, so that a change is in force at once. */
@ApplicationScoped
class StoredApiKeys implements ApiKeyDirectory {
    private final ApiKeyStore store;

    StoredApiKeys(ApiKeyStore store) {
        this.store = store;
    }

    @Override
    public Uni<Optional<ApiKey>> find(String publicKey) {
        return store.find(publicKey);
    }

    @Override
    public Uni<Optional<ApiKey>> refresh(String publicKey) {
        return store.find(publicKey);
    }
}
