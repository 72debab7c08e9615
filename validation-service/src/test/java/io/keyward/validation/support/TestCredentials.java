package io.keyward.validation.support;

import io.keyward.validation.check.Secret;
import io.keyward.validation.credential.CredentialSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Customers' credentials, without a config-service. */
@ApplicationScoped
public class TestCredentials implements CredentialSource {
    private final Map<String, Secret> secrets = new ConcurrentHashMap<>();
    private volatile boolean silent;

    /** Keeps one. */
    public void add(String groupId, String credentialId, String secret) {
        secrets.put(groupId + "/" + credentialId, new Secret(secret));
    }

    /** Whether whoever keeps them answers nobody. */
    public void silent(boolean whether) {
        silent = whether;
    }

    @Override
    public Uni<Optional<Secret>> fetch(String groupId, String credentialId) {
        return silent
                ? Uni.createFrom().failure(new IllegalStateException("config-service does not answer"))
                : Uni.createFrom().item(() -> Optional.ofNullable(secrets.get(groupId + "/" + credentialId)));
    }
}
