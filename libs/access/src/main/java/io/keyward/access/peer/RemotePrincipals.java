package io.keyward.access.peer;

import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Principal;
import io.keyward.access.principal.Principals;
import io.keyward.access.principal.TokenClaims;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.contracts.AccessEvent;
import io.keyward.contracts.AccessEvent.CredentialCreated;
import io.keyward.contracts.AccessEvent.CredentialDeleted;
import io.keyward.contracts.AccessEvent.CredentialUpdated;
import io.keyward.contracts.AccessEvent.TokenRevoked;
import io.keyward.contracts.AccessEvent.Unrecognized;
import io.keyward.secrets.Sealer;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * The credentials of config-service, seen from another service. An answer is believed for a while (30 s unless configured), so that callers
 * who were seen lately go on while config-service is down; what was revoked is forgotten as soon as word of it comes, and without such word
 * within that time. That a credential does not exist is not remembered: a new one works at once. One that is not remembered while
 * config-service gives no answer is refused with 503: nobody can say that it is wrong.
 */
@DefaultBean
@ApplicationScoped
public class RemotePrincipals implements Principals {
    private static final Logger LOG = Logger.getLogger(RemotePrincipals.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;

    private final PrincipalClient client;
    private final Sealer sealer;
    private final Remembered<ApiKey> keys;
    private final Remembered<Principal> tokens;

    @Inject
    RemotePrincipals(@RestClient PrincipalClient client, Sealer sealer, InternalConfig config) {
        this(client, sealer, config.apiKeyCache(), Clock.systemUTC());
    }

    RemotePrincipals(PrincipalClient client, Sealer sealer, Duration life, Clock clock) {
        this.client = client;
        this.sealer = sealer;
        this.keys = new Remembered<>(life, clock);
        this.tokens = new Remembered<>(life, clock);
    }

    @Override
    public Uni<Optional<ApiKey>> apiKey(String publicKey) {
        Optional<ApiKey> known = keys.find(publicKey);
        return known.isPresent() ? Uni.createFrom().item(known) : refreshedApiKey(publicKey);
    }

    @Override
    public Uni<Optional<ApiKey>> refreshedApiKey(String publicKey) {
        return keys.ask(publicKey, () -> answerOf(client.apiKey(publicKey))
                .map(found -> found.map(document -> document.open(sealer))));
    }

    @Override
    public Uni<Optional<Principal>> token(TokenClaims claims) {
        Optional<Principal> known = tokens.find(claims.tokenId());
        return known.isPresent() ? Uni.createFrom().item(known) : refreshedToken(claims);
    }

    @Override
    public Uni<Optional<Principal>> refreshedToken(TokenClaims claims) {
        return tokens.ask(claims.tokenId(), () -> answerOf(client.token(claims.tokenId(), claims.clientId()))
                .map(found -> found.map(PrincipalDocument::open)));
    }

    /** Word came of a change: what it is about is asked for again. */
    public void forget(AccessEvent news) {
        switch (news) {
            case CredentialCreated created -> forgetCredential(created.name());
            case CredentialUpdated updated -> forgetCredential(updated.name());
            case CredentialDeleted deleted -> forgetCredential(deleted.name());
            case TokenRevoked revoked -> tokens.forget((tokenId, account) -> tokenId.equals(revoked.tokenId()));
            case Unrecognized unknown -> forgetAll();
        }
    }

    /** Word may have been missed: everything is asked for again. */
    public void forgetAll() {
        keys.forget((publicKey, key) -> true);
        tokens.forget((tokenId, account) -> true);
    }

    private void forgetCredential(String name) {
        keys.forget((publicKey, key) -> publicKey.equals(name));
        tokens.forget((tokenId, account) -> account.name().equals(name));
    }

    private static <D> Uni<Optional<D>> answerOf(Uni<D> question) {
        return question.map(Optional::of)
                .onFailure(RemotePrincipals::saysThereIsNone)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .transform(RemotePrincipals::noAnswer);
    }

    /** Whatever went wrong over there, a wrong token of ours included, is not the caller's doing: neither 401 nor 400. */
    private static Refusal noAnswer(Throwable failure) {
        LOG.warnf("config-service does not say whose a credential is: %s", failure);
        return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE).withRetryAfter(RETRY_AFTER);
    }

    private static boolean saysThereIsNone(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == NOT_FOUND;
    }
}
