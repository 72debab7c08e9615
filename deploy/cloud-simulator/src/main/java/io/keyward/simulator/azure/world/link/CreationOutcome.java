package io.keyward.simulator.azure.world.link;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of endpoints that are made, instead of Succeeded.
 *
 * @param location where; null for everywhere
 * @param state what they become after Creating; that itself for ever
 * @param code what went wrong, with {@code message}
 * @param approved whether the connection is approved without anybody being asked
 * @param calls for how many of them; null until it is taken away
 */
public record CreationOutcome(
        @Nullable String location,
        Provisioning state,
        @Nullable String code,
        @Nullable String message,
        boolean approved,
        @Nullable Integer calls) {

    public boolean concerns(String where) {
        return location == null || location.equals(where);
    }

    public CreationOutcome withCalls(int left) {
        return new CreationOutcome(location, state, code, message, approved, left);
    }
}
