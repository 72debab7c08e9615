package io.keyward.access.gate;

import io.keyward.access.Caller;
import io.keyward.access.CurrentCaller;
import io.keyward.access.digest.DigestAuthenticator;
import io.keyward.access.digest.DigestOutcome;
import io.keyward.access.peer.Peers;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Principals;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets a request in, or not, before anything else looks at it: not at its body, which the first request of a Digest client does not have,
 * nor at what it asks for.
 */
class Gate {
    private final DigestAuthenticator digest;
    private final Principals principals;
    private final Peers peers;
    private final CurrentCaller current;

    Gate(DigestAuthenticator digest, Principals principals, Peers peers, CurrentCaller current) {
        this.digest = digest;
        this.principals = principals;
        this.peers = peers;
        this.current = current;
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    Uni<Void> admit(RoutingContext http) {
        return switch (Door.of(http.normalizedPath())) {
            case Door.Open open -> Uni.createFrom().voidItem();
            case Door.Wall wall ->
                Uni.createFrom().failure(Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, http.normalizedPath()));
            case Door.Peers ours -> peers.admit(http.request().getHeader(HttpHeaders.AUTHORIZATION));
            case Door.ApiKeys door ->
                authenticate(http.request())
                        .chain(key -> visible(key, door.groupId()))
                        .invoke(key -> current.admit(
                                callerOf(key, http), door.groupId().orElse(null)))
                        .replaceWithVoid();
        };
    }

    private Uni<ApiKey> authenticate(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Uni.createFrom().failure(new NotAuthenticated(false));
        }
        return digest.authenticate(authorization, request.method().name(), request.uri())
                .map(outcome -> switch (outcome) {
                    case DigestOutcome.Accepted accepted -> accepted.key();
                    case DigestOutcome.Refused refused -> throw new NotAuthenticated(refused.stale());
                });
    }

    private Uni<ApiKey> visible(ApiKey key, Optional<String> project) {
        if (project.isEmpty() || key.principal().sees(project.get())) {
            return Uni.createFrom().item(key);
        }
        String groupId = project.get();
        if (!ObjectIds.isValid(groupId)) {
            return Uni.createFrom().failure(Refusal.of(ErrorCode.INVALID_GROUP_ID, groupId));
        }
        return principals.refreshedApiKey(key.publicKey()).map(fresh -> fresh.filter(
                        known -> known.principal().sees(groupId))
                .orElseThrow(() -> Refusal.of(ErrorCode.GROUP_NOT_FOUND, groupId)));
    }

    private static Caller callerOf(ApiKey key, RoutingContext http) {
        return key.principal().caller(http.request().remoteAddress().hostAddress());
    }
}
