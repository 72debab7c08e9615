package io.keyward.simulator.world.network;

import java.util.Arrays;

/** The states of a VPC endpoint, spelt as EC2 answers them (and not as its SDKs' enumerations have them). */
public enum EndpointState {
    PENDING("pending"),
    PENDING_ACCEPTANCE("pendingAcceptance"),
    AVAILABLE("available"),
    /** Available, but not in every zone that was asked for. */
    PARTIAL("partial"),
    REJECTED("rejected"),
    FAILED("failed"),
    EXPIRED("expired"),
    DELETING("deleting"),
    DELETED("deleted"),
    /** Not AWS's: EC2 does not find it any more. */
    GONE("gone");

    private final String wireName;

    EndpointState(String wireName) {
        this.wireName = wireName;
    }

    public static EndpointState named(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + wireName + "' is no state of an endpoint"));
    }

    public String wireName() {
        return wireName;
    }

    /** Whether the service behind it answers through it. */
    public boolean usable() {
        return this == AVAILABLE || this == PARTIAL;
    }

    /** Whether it is there and will never be of use. */
    public boolean refused() {
        return this == REJECTED || this == FAILED || this == EXPIRED;
    }

    /** Whether it is on its way out, or out. */
    public boolean leaving() {
        return this == DELETING || this == DELETED || this == GONE;
    }
}
