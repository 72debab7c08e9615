package io.keyward.config.access.token;

import io.keyward.access.Caller;
import io.keyward.access.principal.Principal;
import io.keyward.access.principal.TokenClaims;
import io.keyward.config.access.credential.CredentialRef;
import io.keyward.config.access.credential.PrincipalStore;
import io.keyward.config.access.credential.PrincipalStore.Account;
import io.keyward.config.access.credential.Secret;
import io.keyward.config.access.signing.SigningKeys;
import io.keyward.config.access.token.ClientCredentials.Given;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Makes tokens for service accounts, and takes them back. */
@ApplicationScoped
class TokenService {
    /** Stands in for the secrets of an account that does not exist, so that finding out takes as long as being wrong. */
    private static final Secret NOBODYS = new Secret("", "0".repeat(64), "", Instant.EPOCH, Instant.EPOCH);

    private final PrincipalStore principals;
    private final RevocationStore revocations;
    private final SigningKeys keys;
    private final Clock clock;

    TokenService(PrincipalStore principals, RevocationStore revocations, SigningKeys keys, Clock clock) {
        this.principals = principals;
        this.revocations = revocations;
        this.keys = keys;
        this.clock = clock;
    }

    /** A service account that has proved to be it, by this secret. */
    record Client(Principal principal, Secret secret) {}

    /** The client, if the secret is one of its live ones. */
    Uni<Optional<Client>> authenticate(Given given) {
        return account(given.clientId()).map(found -> {
            List<Secret> secrets = found.map(Account::secrets).orElse(List.of(NOBODYS));
            Instant now = clock.instant();
            return secrets.stream()
                    .filter(secret -> secret.matches(given.secret()) & secret.isLive(now))
                    .findFirst()
                    .flatMap(secret -> found.map(account -> new Client(account.principal(), secret)));
        });
    }

    private Uni<Optional<Account>> account(String clientId) {
        return CredentialRef.isClientId(clientId)
                ? principals.account(clientId)
                : Uni.createFrom().item(Optional.empty());
    }

    /** A token that says who the client is; what the client may do is looked up whenever it is used. */
    Uni<String> mint(Client client) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return keys.sign(new TokenClaims(
                TokenIds.next(client.secret()), client.principal().name(), now, now.plus(SigningKeys.TOKEN_LIFE)));
    }

    /** Makes a token worthless. Nothing, when it is none of the client's, or is worthless already. */
    Uni<Void> revoke(String token, Client client, String address) {
        Principal owner = client.principal();
        Caller caller = owner.caller(address);
        return keys.verify(token)
                .map(found -> found.filter(claims -> claims.clientId().equals(owner.name())))
                .chain(own -> own.map(claims -> Detached.run(
                                () -> revocations.revoke(claims, owner.orgId(), caller.actor(), clock.instant())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
