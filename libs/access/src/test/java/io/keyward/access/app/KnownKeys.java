package io.keyward.access.app;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import io.keyward.access.token.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The credentials of the application under test, as their owner has them. */
@ApplicationScoped
public class KnownKeys {
    public static final String ORG = "aaaaaaaaaaaaaaaaaaaaaaaa";

    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
    private final Map<String, Principal> accounts = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> held = new ConcurrentHashMap<>();
    private final SigningKey signingKey = SigningKey.generate();
    private volatile boolean down;

    public SigningKey signingKey() {
        return signingKey;
    }

    public Optional<ApiKey> find(String publicKey) {
        asked.merge(publicKey, 1, Integer::sum);
        return Optional.ofNullable(keys.get(publicKey));
    }

    public Optional<Principal> findAccount(String tokenId, String clientId) {
        asked.merge(tokenId, 1, Integer::sum);
        return revoked.contains(tokenId) ? Optional.empty() : Optional.ofNullable(accounts.get(clientId));
    }

    /** How often the owner was asked for a key or a token. */
    public int asked(String name) {
        return asked.getOrDefault(name, 0);
    }

    /** From now on an answer about that key is on its way until the future completes. */
    public CompletableFuture<Void> hold(String publicKey) {
        return held.computeIfAbsent(publicKey, key -> new CompletableFuture<>());
    }

    CompletableFuture<Void> way(String publicKey) {
        return held.getOrDefault(publicKey, CompletableFuture.completedFuture(null));
    }

    public void setDown(boolean down) {
        this.down = down;
    }

    boolean isDown() {
        return down;
    }

    public void put(String publicKey, String privateKey, Caller.Kind kind, Map<String, Set<ProjectRole>> roles) {
        put(publicKey, privateKey, principal(publicKey, kind, OrgRole.ORG_MEMBER, roles, AccessList.NONE));
    }

    public void put(String publicKey, String privateKey, Principal holder) {
        keys.put(
                publicKey,
                new ApiKey(
                        holder, Ha1.of(publicKey, privateKey), Ha1.of(DigestAlgorithm.SHA_256, publicKey, privateKey)));
    }

    /** As a key is that was stored before SHA-256. */
    public void putOld(String publicKey, String privateKey) {
        ApiKey key = new ApiKey(
                principal(publicKey, Caller.Kind.API_KEY, OrgRole.ORG_MEMBER, Map.of(), AccessList.NONE),
                Ha1.of(publicKey, privateKey),
                null);
        keys.put(publicKey, key);
    }

    public void putAccount(Principal account) {
        accounts.put(account.name(), account);
    }

    public void remove(String name) {
        keys.remove(name);
        accounts.remove(name);
    }

    public void revoke(String tokenId) {
        revoked.add(tokenId);
    }

    public static Principal principal(
            String name, Caller.Kind kind, OrgRole role, Map<String, Set<ProjectRole>> roles, AccessList accessList) {
        return new Principal("0123456789abcdef01234567", kind, name, ORG, Set.of(role), roles, accessList);
    }
}
