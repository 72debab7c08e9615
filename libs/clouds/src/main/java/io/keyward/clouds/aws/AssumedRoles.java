package io.keyward.clouds.aws;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.Freshness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/**
 * Assumes the roles that customers made for us. Sessions live 900 s at AWS, whatever becomes of the trust they came from, so they are kept for
 * {@link AwsConfig#sessionCache()} at most, {@link AwsConfig#mostSessions()} of them, and never serve a caller who asks for {@link Freshness#FRESH}. A
 * session is kept per role <em>and</em> external id: knowing one of them must not be enough to profit from another's. Callers who would all take one from
 * the cache, and find none there, share one call.
 */
@ApplicationScoped
public class AssumedRoles {
    private final SessionCache<Identity, RoleSession> sessions;
    private final Map<Identity, CompletableFuture<RoleSession>> underWay = new ConcurrentHashMap<>();
    private final AwsClients clients;
    private final String homeRegion;
    private final InstantSource clock;

    @Inject
    public AssumedRoles(AwsClients clients, AwsConfig config) {
        this(clients, config, InstantSource.system());
    }

    AssumedRoles(AwsClients clients, AwsConfig config, InstantSource clock) {
        this.clients = clients;
        this.homeRegion = config.homeRegion();
        this.sessions = new SessionCache<>(config.mostSessions(), AwsSettings.sessionCache(config));
        this.clock = clock;
    }

    /**
     * A session of the role. Must be subscribed to on a Vert.x context, and resumes there; fails with the SDK's exception.
     *
     * @param sessionName what the customer sees in their log
     */
    public Uni<RoleSession> assume(String roleArn, String externalId, String sessionName, Freshness freshness) {
        return Uni.createFrom().deferred(() -> {
            var identity = new Identity(roleArn, externalId, sessionName);
            return kept(identity, freshness)
                    .map(session -> Uni.createFrom().item(session))
                    .orElseGet(() ->
                            ContextHop.call(() -> freshness.isFresh() ? assume(identity) : assumeTogether(identity)));
        });
    }

    /** How many sessions are kept, outdated ones included. */
    public int kept() {
        return sessions.size();
    }

    private Optional<RoleSession> kept(Identity identity, Freshness freshness) {
        return freshness.isFresh()
                ? Optional.empty()
                : sessions.find(identity, freshness.oldest(), clock.instant()).map(RoleSession::fromCache);
    }

    /** Joins the call that is under way for another caller, who may give it up without taking it from us. */
    private CompletionStage<RoleSession> assumeTogether(Identity identity) {
        var mine = new CompletableFuture<RoleSession>();
        @Nullable CompletableFuture<RoleSession> theirs = underWay.putIfAbsent(identity, mine);
        if (theirs != null) {
            return theirs.copy();
        }
        started(identity).whenComplete((session, failure) -> {
            underWay.remove(identity, mine);
            complete(mine, session, failure);
        });
        return mine.copy();
    }

    /** A call that cannot even be made has failed, too: nobody may be left waiting for it. */
    private CompletionStage<RoleSession> started(Identity identity) {
        try {
            return assume(identity);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void complete(
            CompletableFuture<RoleSession> waiting, @Nullable RoleSession session, @Nullable Throwable failure) {
        if (session != null) {
            waiting.complete(session);
        } else if (failure != null) {
            waiting.completeExceptionally(unwrapped(failure));
        }
    }

    private CompletionStage<RoleSession> assume(Identity identity) {
        return clients.sts(homeRegion)
                .assumeRole(identity.request())
                .thenApply(response -> session(identity, response))
                .whenComplete((session, failure) -> keep(identity, session, failure))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(unwrapped(failure)));
    }

    private void keep(Identity identity, @Nullable RoleSession session, @Nullable Throwable failure) {
        if (session != null) {
            sessions.keep(identity, session, clock.instant());
        } else if (failure != null && unwrapped(failure) instanceof AwsServiceException) {
            sessions.forget(identity);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private static RoleSession session(Identity identity, AssumeRoleResponse response) {
        var secret = response.credentials();
        var credentials =
                AwsSessionCredentials.create(secret.accessKeyId(), secret.secretAccessKey(), secret.sessionToken());
        return new RoleSession(
                identity.roleArn(),
                StaticCredentialsProvider.create(credentials),
                secret.expiration(),
                response.responseMetadata().requestId(),
                false);
    }

    private record Identity(String roleArn, String externalId, String sessionName) {
        AssumeRoleRequest request() {
            return AssumeRoleRequest.builder()
                    .roleArn(roleArn)
                    .externalId(externalId)
                    .roleSessionName(sessionName)
                    .durationSeconds((int) AwsSettings.SESSION_LIFE.toSeconds())
                    .build();
        }
    }
}
