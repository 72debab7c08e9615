package io.keyward.validation.support;

import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Principal;
import io.keyward.access.principal.Principals;
import io.keyward.access.principal.TokenClaims;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whose API key is whose, without a config-service. */
@ApplicationScoped
public class TestKeys implements Principals {
    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

    /** Lets a key in. */
    public void add(String publicKey, ApiKey key) {
        keys.put(publicKey, key);
    }

    @Override
    public Uni<Optional<ApiKey>> apiKey(String publicKey) {
        return Uni.createFrom().item(Optional.ofNullable(keys.get(publicKey)));
    }

    @Override
    public Uni<Optional<Principal>> token(TokenClaims claims) {
        return Uni.createFrom().item(Optional.empty());
    }
}
