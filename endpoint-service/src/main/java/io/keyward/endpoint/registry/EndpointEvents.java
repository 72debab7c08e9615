package io.keyward.endpoint.registry;

import io.keyward.contracts.Actor;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EndpointEvent.EndpointActivated;
import io.keyward.contracts.EndpointEvent.EndpointAwaitingApproval;
import io.keyward.contracts.EndpointEvent.EndpointDeleted;
import io.keyward.contracts.EndpointEvent.EndpointDeletionRequested;
import io.keyward.contracts.EndpointEvent.EndpointFailed;
import io.keyward.contracts.EndpointEvent.EndpointLost;
import io.keyward.contracts.EndpointEvent.EndpointRequested;
import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import java.time.Instant;

/** Endpoints as {@code keyward.endpoints} tells of them. */
final class EndpointEvents {
    private EndpointEvents() {}

    /** Whether going from one state to the other is worth an event: it shows as another status, leads elsewhere, or is being replaced. */
    static boolean isNews(EndpointState before, EndpointState after) {
        return !EndpointStatus.of(before).equals(EndpointStatus.of(after))
                || leadsElsewhere(before, after)
                || after instanceof Replaced && !(before instanceof Replaced);
    }

    private static boolean leadsElsewhere(EndpointState before, EndpointState after) {
        return before instanceof Ready was
                && after instanceof Ready is
                && !(was.ref().equals(is.ref()) && was.address().equals(is.address()));
    }

    /** The event that tells which state {@code endpoint} is in now. */
    static EndpointEvent of(Endpoint endpoint, Actor actor, Instant at) {
        var id = endpoint.id();
        var revision = endpoint.revision();
        var what = body(endpoint);
        return switch (endpoint.state()) {
            case EndpointState.Requested ignored -> new EndpointRequested(id, revision, at, actor, what);
            case EndpointState.Provisioning ignored -> new EndpointRequested(id, revision, at, actor, what);
            case EndpointState.AwaitingApproval ignored -> new EndpointAwaitingApproval(id, revision, at, actor, what);
            case Ready ignored -> new EndpointActivated(id, revision, at, actor, what);
            case EndpointState.Failed ignored -> new EndpointFailed(id, revision, at, actor, what);
            case EndpointState.Lost ignored -> new EndpointLost(id, revision, at, actor, what);
            case Replaced ignored -> new EndpointLost(id, revision, at, actor, what);
            case EndpointState.Deleting ignored -> new EndpointDeletionRequested(id, revision, at, actor, what);
            case EndpointState.Deleted ignored -> new EndpointDeleted(id, revision, at, actor, what);
        };
    }

    private static EndpointEvent.Endpoint body(Endpoint endpoint) {
        return new EndpointEvent.Endpoint(
                endpoint.groupId(),
                endpoint.provider(),
                endpoint.region(),
                endpoint.state().since(),
                endpoint.reference().orElse(null),
                endpoint.address().orElse(null),
                endpoint.errorMessage().orElse(null),
                endpoint.kinship().predecessor(),
                endpoint.successor().orElse(null));
    }
}
