package io.keyward.config.access.token;

import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Principal;
import io.keyward.access.principal.Principals;
import io.keyward.access.principal.TokenClaims;
import io.keyward.config.access.credential.PrincipalStore;
import io.keyward.config.access.credential.PrincipalStore.Account;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who is behind a credential, as its owner knows: every question is answered from the store, so that a change is in force at once. */
@ApplicationScoped
class StoredPrincipals implements Principals {
    private final PrincipalStore store;
    private final RevocationStore revocations;

    StoredPrincipals(PrincipalStore store, RevocationStore revocations) {
        this.store = store;
        this.revocations = revocations;
    }

    @Override
    public Uni<Optional<ApiKey>> apiKey(String publicKey) {
        return store.apiKey(publicKey);
    }

    @Override
    public Uni<Optional<Principal>> token(TokenClaims claims) {
        return token(claims.tokenId(), claims.clientId());
    }

    /** Nobody, when the account, or the secret that the token was made with, is gone, or when the token itself was revoked. */
    Uni<Optional<Principal>> token(String tokenId, String clientId) {
        return store.account(clientId)
                .map(found ->
                        found.filter(account -> isMadeBy(account, tokenId)).map(Account::principal))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(found)
                        : revocations.isRevoked(tokenId).map(revoked -> found.filter(principal -> !revoked)));
    }

    private static boolean isMadeBy(Account account, String tokenId) {
        return account.secrets().stream().anyMatch(secret -> TokenIds.isOf(secret, tokenId));
    }
}
