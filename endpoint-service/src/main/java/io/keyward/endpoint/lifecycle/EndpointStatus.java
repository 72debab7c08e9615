package io.keyward.endpoint.lifecycle;

import java.util.Optional;

/** What the API shows of a state. */
public enum EndpointStatus {
    INITIATING,
    PENDING_ACCEPTANCE,
    ACTIVE,
    FAILED,
    PENDING_RECREATION,
    DELETING;

    /** Empty for what is gone: that answers 404. */
    public static Optional<EndpointStatus> of(EndpointState state) {
        return switch (state) {
            case EndpointState.Requested ignored -> Optional.of(INITIATING);
            case EndpointState.Provisioning ignored -> Optional.of(INITIATING);
            case EndpointState.AwaitingApproval ignored -> Optional.of(PENDING_ACCEPTANCE);
            case EndpointState.Ready ignored -> Optional.of(ACTIVE);
            case EndpointState.Failed ignored -> Optional.of(FAILED);
            case EndpointState.Lost ignored -> Optional.of(PENDING_RECREATION);
            case EndpointState.Replaced ignored -> Optional.of(PENDING_RECREATION);
            case EndpointState.Deleting ignored -> Optional.of(DELETING);
            case EndpointState.Deleted ignored -> Optional.empty();
        };
    }
}
