package io.keyward.endpoint.registry;

import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Provisioning;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.lifecycle.Wanted;
import io.keyward.endpoint.lifecycle.condition.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A private endpoint as it is recorded.
 *
 * @param id 24 hexadecimal characters
 * @param provider {@code AWS}
 * @param region as the provider spells it, for example {@code us-east-1}
 * @param service what it leads to, in the provider's own words; null where that goes without saying
 * @param stood whether it ever could be used, which on Azure means: was approved
 * @param conditions what holds of it and since when, each type once
 * @param revision of its last event
 * @param version changes with every change of it
 */
public record Endpoint(
        String id,
        String groupId,
        String provider,
        String region,
        @Nullable String service,
        Instant createdAt,
        Kinship kinship,
        Wanted wanted,
        EndpointState state,
        boolean stood,
        List<Condition> conditions,
        long revision,
        int version) {

    /** What the API shows; empty once it is gone. */
    public Optional<EndpointStatus> status() {
        return EndpointStatus.of(state);
    }

    /** The provider's id, for example {@code vpce-0a1b…}; empty until it is known. */
    public Optional<String> reference() {
        return state.reference();
    }

    /** Host name under which the key service answers through it; empty unless it can be used. */
    public Optional<String> address() {
        return state instanceof Ready ready ? Optional.of(ready.address()) : Optional.empty();
    }

    /** For a person: what went wrong, even if only in the last of several attempts; empty when nothing did. */
    public Optional<String> errorMessage() {
        return Optional.ofNullable(messageOf(state));
    }

    /** Id of the one that is being made in its stead; empty when none is. */
    public Optional<String> successor() {
        return state instanceof Replaced replaced ? Optional.of(replaced.successor()) : Optional.empty();
    }

    private static @Nullable String messageOf(EndpointState state) {
        return switch (state) {
            case Failed failed -> failed.message();
            case Lost lost -> lost.explanation();
            case Replaced replaced -> replaced.message();
            case Provisioning provisioning -> provisioning.trouble();
            case Deleting deleting -> deleting.trouble();
            case EndpointState.Requested ignored -> null;
            case EndpointState.AwaitingApproval ignored -> null;
            case Ready ignored -> null;
            case EndpointState.Deleted ignored -> null;
        };
    }
}
