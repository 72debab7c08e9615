package io.keyward.simulator.world.network;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A state that an endpoint is in from a moment on, and what went wrong, if something did. */
public record Phase(
        EndpointState state, Instant since, @Nullable Trouble trouble) {

    /** What EC2 calls LastError. */
    public record Trouble(String code, String message) {

        /** The trouble that was described, or else the usual one of such an end; empty when nothing was described and nothing went wrong. */
        public static Optional<Trouble> of(EndpointState state, @Nullable String code, @Nullable String message) {
            boolean failed = state == EndpointState.FAILED;
            if (code == null && message == null && !failed) {
                return Optional.empty();
            }
            return Optional.of(new Trouble(
                    code == null ? "InternalError" : code,
                    message == null ? "The VPC endpoint could not be created." : message));
        }
    }

    static Phase of(EndpointState state, Instant since) {
        return new Phase(state, since, null);
    }
}
