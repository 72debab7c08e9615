package io.keyward.config.access.apikey;

import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Principal;
import io.keyward.access.principal.Principals;
import io.keyward.access.principal.TokenClaims;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The owner's own answers: every question is answered from the store, so that a change is in force at once. */
@ApplicationScoped
class StoredPrincipals implements Principals {
    private final ApiKeyStore store;

    StoredPrincipals(ApiKeyStore store) {
        this.store = store;
    }

    @Override
    public Uni<Optional<ApiKey>> apiKey(String publicKey) {
        return store.find(publicKey);
    }

    /** No service account exists yet. */
    @Override
    public Uni<Optional<Principal>> token(TokenClaims claims) {
        return Uni.createFrom().item(Optional.empty());
    }
}
