package io.keyward.validation.support;

import io.keyward.access.ApiKey;
import io.keyward.access.ApiKeyDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whose API key is whose, without a config-service. */
@ApplicationScoped
public class TestKeys implements ApiKeyDirectory {
    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

    /** Lets a key in. */
    public void add(String publicKey, ApiKey key) {
        keys.put(publicKey, key);
    }

    @Override
    public Uni<Optional<ApiKey>> find(String publicKey) {
        return Uni.createFrom().item(Optional.ofNullable(keys.get(publicKey)));
    }

    @Override
    public Uni<Optional<ApiKey>> refresh(String publicKey) {
        return find(publicKey);
    }
}
