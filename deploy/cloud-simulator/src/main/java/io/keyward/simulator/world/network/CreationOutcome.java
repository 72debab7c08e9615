package io.keyward.simulator.world.network;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of endpoints that are created, instead of available.
 *
 * @param region where; null for everywhere
 * @param state what they become after pending; pending itself for ever
 * @param code what went wrong, with {@code message}
 * @param calls for how many creations; null until it is taken away
 */
public record CreationOutcome(
        @Nullable String region,
        EndpointState state,
        @Nullable String code,
        @Nullable String message,
        @Nullable Integer calls) {

    public boolean concerns(String where) {
        return region == null || region.equals(where);
    }

    public CreationOutcome withCalls(int left) {
        return new CreationOutcome(region, state, code, message, left);
    }
}
