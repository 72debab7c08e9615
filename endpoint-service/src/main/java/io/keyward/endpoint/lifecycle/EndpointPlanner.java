package io.keyward.endpoint.lifecycle;

import io.keyward.endpoint.lifecycle.EndpointState.AwaitingApproval;
import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Provisioning;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import java.time.Instant;

/**
 * Says what follows from a look at an endpoint. {@link Deleted} is for good, not seeing it never leads to a command, and deciding again on the same look
 * changes nothing more.
 */
public final class EndpointPlanner {
    private EndpointPlanner() {}

    /** The state of an endpoint that is to go from {@code now} on. */
    public static EndpointState letGo(EndpointState state, Instant now) {
        return switch (state) {
            case Deleting deleting -> deleting;
            case Deleted deleted -> deleted;
            case Requested ignored -> deleting(state, now);
            case Provisioning ignored -> deleting(state, now);
            case AwaitingApproval ignored -> deleting(state, now);
            case Ready ignored -> deleting(state, now);
            case Failed ignored -> deleting(state, now);
            case Lost ignored -> deleting(state, now);
        };
    }

    private static Deleting deleting(EndpointState state, Instant now) {
        return new Deleting(state.reference().orElse(null), state.askedAt().orElse(null), now, null);
    }
}
