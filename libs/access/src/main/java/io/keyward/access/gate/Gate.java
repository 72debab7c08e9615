package io.keyward.access.gate;

import io.keyward.access.Caller;
import io.keyward.access.CurrentCaller;
import io.keyward.access.peer.Peers;
import io.keyward.access.principal.Principal;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.limit.RateLimitScope;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets a request in, or not, before anything else looks at it: not at its body, which the first request of a Digest client does not have,
 * nor at what it asks for.
 */
class Gate {
    private final Identification identification;
    private final Peers peers;
    private final CurrentCaller current;

    Gate(Identification identification, Peers peers, CurrentCaller current) {
        this.identification = identification;
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
            case Door.Holders door -> admit(http, door);
        };
    }

    private Uni<Void> admit(RoutingContext http, Door.Holders door) {
        String address = addressOf(http);
        return identification
                .of(http.request())
                .invoke(proof -> checkAddress(proof.principal(), address))
                .invoke(proof -> door.orgId().ifPresent(orgId -> checkOrganization(proof.principal(), orgId)))
                .chain(proof -> door.groupId()
                        .map(groupId -> checkProject(proof, groupId, address))
                        .orElseGet(() -> Uni.createFrom().item(proof.principal())))
                .invoke(principal -> {
                    current.admit(principal.caller(address), door.groupId().orElse(null));
                    RateLimitScope.setCaller(http, principal.id());
                })
                .replaceWithVoid();
    }

    /** A proxy may forward what is no address: that is on no list. */
    private static String addressOf(RoutingContext http) {
        return Objects.requireNonNullElse(http.request().remoteAddress().hostAddress(), "unknown");
    }

    private static void checkAddress(Principal principal, String address) {
        switch (principal.accessList().standingOf(address)) {
            case ALLOWED -> {}
            case OUTSIDE -> throw Refusal.of(ErrorCode.IP_ADDRESS_NOT_ON_WHITELIST, address);
            case MISSING -> throw Refusal.of(ErrorCode.ORG_REQUIRES_WHITELIST);
        }
    }

    /** Operators see every organisation; whether there is one of that id is the resource's to say. */
    private static void checkOrganization(Principal principal, String orgId) {
        boolean visible = ObjectIds.isValid(orgId)
                && (principal.kind() == Caller.Kind.OPERATOR
                        || principal.orgId().equals(orgId));
        if (!visible) {
            throw Refusal.of(ErrorCode.ORG_NOT_FOUND, orgId);
        }
    }

    private static Uni<Principal> checkProject(Proof proof, String groupId, String address) {
        if (proof.principal().sees(groupId)) {
            return Uni.createFrom().item(proof.principal());
        }
        if (!ObjectIds.isValid(groupId)) {
            return Uni.createFrom().failure(Refusal.of(ErrorCode.INVALID_GROUP_ID, groupId));
        }
        return proof.again()
                .get()
                .map(fresh -> fresh.filter(principal -> principal.sees(groupId))
                        .orElseThrow(() -> Refusal.of(ErrorCode.GROUP_NOT_FOUND, groupId)))
                .invoke(fresh -> checkAddress(fresh, address));
    }
}
