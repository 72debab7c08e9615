package io.keyward.simulator.azure.world.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state that an endpoint is in from a moment on.
 *
 * @param code why it failed, with {@code message}
 */
public record Phase(
        Provisioning state,
        Instant since,
        @Nullable String code,
        @Nullable String message) {

    static Phase of(Provisioning state, Instant since) {
        return new Phase(state, since, null, null);
    }
}
