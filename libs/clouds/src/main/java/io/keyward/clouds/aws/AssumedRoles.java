package io.keyward.clouds.aws;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.Freshness;
import io.keyward.clouds.SessionCache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
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
 * the cache, and find none there, share one call; those who want a fresh one share one that began after they had asked.
 */
@ApplicationScoped
public class AssumedRoles {
    private final SessionCache<Identity, RoleSession> sessions;
    private final SharedCalls<Identity, RoleSession> calls = new SharedCalls<>(this::assume);
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
                            ContextHop.call(() -> freshness.isFresh() ? calls.next(identity) : calls.join(identity)));
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
