package io.keyward.clouds.aws;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.Freshness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/**
 * Assumes the roles that customers made for us. Sessions live 900 s at AWS, whatever becomes of the trust they came from, so they are kept for
 * {@link AwsConfig#sessionCache()} only and never serve a caller who asks for {@link Freshness#FRESH}. A session is kept per role
 * <em>and</em> external id: knowing one of them must not be enough to profit from another's.
 */
@ApplicationScoped
public class AssumedRoles {
    private final Map<Identity, Kept> sessions = new ConcurrentHashMap<>();
    private final AwsClients clients;
    private final String homeRegion;
    private final Duration keepFor;
    private final InstantSource clock;
    private volatile Instant pruneAt;

    @Inject
    public AssumedRoles(AwsClients clients, AwsConfig config) {
        this(clients, config, InstantSource.system());
    }

    AssumedRoles(AwsClients clients, AwsConfig config, InstantSource clock) {
        this.clients = clients;
        this.homeRegion = config.homeRegion();
        this.keepFor = AwsSettings.sessionCache(config);
        this.clock = clock;
        this.pruneAt = clock.instant();
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
                    .orElseGet(() -> assume(identity));
        });
    }

    private Optional<RoleSession> kept(Identity identity, Freshness freshness) {
        @Nullable Kept kept = freshness == Freshness.FRESH ? null : sessions.get(identity);
        return kept != null && clock.instant().isBefore(kept.until())
                ? Optional.of(kept.session().fromCache())
                : Optional.empty();
    }

    private Uni<RoleSession> assume(Identity identity) {
        return ContextHop.call(() -> clients.sts(homeRegion).assumeRole(identity.request()))
                .map(response -> session(identity, response))
                .invoke(session -> keep(identity, session))
                .onFailure(AwsServiceException.class)
                .invoke(refused -> sessions.remove(identity));
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

    private void keep(Identity identity, RoleSession session) {
        Instant now = clock.instant();
        sessions.put(identity, new Kept(session, now.plus(keepFor)));
        if (!now.isBefore(pruneAt)) {
            pruneAt = now.plus(keepFor);
            sessions.values().removeIf(kept -> !now.isBefore(kept.until()));
        }
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

    private record Kept(RoleSession session, Instant until) {}
}
