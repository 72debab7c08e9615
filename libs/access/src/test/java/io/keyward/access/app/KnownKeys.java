package io.keyward.access.app;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The API keys of the application under test, by public key. */
@ApplicationScoped
public class KnownKeys {
    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

    public Optional<ApiKey> find(String publicKey) {
        return Optional.ofNullable(keys.get(publicKey));
    }

    public void put(String publicKey, String privateKey, Caller.Kind kind, Map<String, Set<ProjectRole>> roles) {
        keys.put(
                publicKey,
                new ApiKey(
                        new Principal(
                                "0123456789abcdef01234567",
                                kind,
                                publicKey,
                                "aaaaaaaaaaaaaaaaaaaaaaaa",
                                Set.of(OrgRole.ORG_MEMBER),
                                roles,
                                AccessList.NONE),
                        Ha1.of(publicKey, privateKey),
                        null));
    }
}
