package io.keyward.simulator.world.network;

import org.jspecify.annotations.Nullable;

/** Something done to an endpoint behind its owner's back, with what {@code LastError} is to say about it. */
public record Intervention(
        Kind kind, @Nullable String code, @Nullable String message) {

    public enum Kind {
        /** As by DeleteVpcEndpoints. */
        DELETE,
        /** Not found from now on. */
        VANISH,
        REJECT,
        EXPIRE,
        FAIL,
        /** Pending for ever. */
        PEND,
        /** Partial: there are zones in which it does not answer any more. */
        DEGRADE,
        ACTIVATE
    }
}
