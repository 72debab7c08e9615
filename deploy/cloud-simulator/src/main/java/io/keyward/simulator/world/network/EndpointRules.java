package io.keyward.simulator.world.network;

import io.keyward.simulator.world.network.Phase.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes next for an endpoint, and when. Pure. */
public final class EndpointRules {

    private EndpointRules() {}

    /** The phases of an endpoint that is created now. */
    public static List<Phase> created(Instant now, EndpointSettings settings, Optional<CreationOutcome> outcome) {
        Phase pending = Phase.of(EndpointState.PENDING, now);
        EndpointState next = outcome.map(CreationOutcome::state).orElse(EndpointState.AVAILABLE);
        if (next == EndpointState.PENDING) {
            return List.of(pending);
        }
        Trouble trouble = outcome.flatMap(told -> Trouble.of(next, told.code(), told.message()))
                .orElse(null);
        return List.of(pending, new Phase(next, now.plus(settings.creation()), trouble));
    }

    /** The phases of an endpoint that is there without having been created. */
    public static List<Phase> ready(Instant now) {
        return List.of(Phase.of(EndpointState.AVAILABLE, now));
    }

    /** Deletes it from whatever state. One that is on its way out goes on as it was. */
    public static VpcEndpoint delete(VpcEndpoint endpoint, Instant now, EndpointSettings settings) {
        if (endpoint.state(now).leaving()) {
            return endpoint;
        }
        Instant deleted = now.plus(settings.deletion());
        return endpoint.then(
                now,
                List.of(
                        Phase.of(EndpointState.DELETING, now),
                        Phase.of(EndpointState.DELETED, deleted),
                        Phase.of(EndpointState.GONE, deleted.plus(settings.deletedVisible()))));
    }

    public static VpcEndpoint intervene(
            VpcEndpoint endpoint, Intervention what, Instant now, EndpointSettings settings) {
        return switch (what.kind()) {
            case DELETE -> delete(endpoint, now, settings);
            case VANISH -> become(endpoint, EndpointState.GONE, what, now);
            case REJECT -> become(endpoint, EndpointState.REJECTED, what, now);
            case EXPIRE -> become(endpoint, EndpointState.EXPIRED, what, now);
            case FAIL -> become(endpoint, EndpointState.FAILED, what, now);
            case PEND -> become(endpoint, EndpointState.PENDING, what, now);
            case DEGRADE -> become(endpoint, EndpointState.PARTIAL, what, now);
            case ACTIVATE -> become(endpoint, EndpointState.AVAILABLE, what, now);
        };
    }

    private static VpcEndpoint become(VpcEndpoint endpoint, EndpointState state, Intervention what, Instant now) {
        @Nullable
        Trouble trouble = Trouble.of(state, what.code(), what.message()).orElse(null);
        return endpoint.then(now, List.of(new Phase(state, now, trouble)));
    }
}
