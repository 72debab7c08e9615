package io.keyward.validation.endpoint;

import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EndpointEvent.EndpointActivated;
import io.keyward.contracts.EndpointEvent.EndpointAwaitingApproval;
import io.keyward.contracts.EndpointEvent.EndpointDeleted;
import io.keyward.contracts.EndpointEvent.EndpointDeletionRequested;
import io.keyward.contracts.EndpointEvent.EndpointFailed;
import io.keyward.contracts.EndpointEvent.EndpointLost;
import io.keyward.contracts.EndpointEvent.EndpointRequested;
import java.util.Optional;

/** What became of a private endpoint. */
public enum EndpointState {
    REQUESTED("INITIATING"),
    AWAITING_APPROVAL("PENDING_ACCEPTANCE"),
    ACTIVE("ACTIVE"),
    FAILED("FAILED"),
    /** Removed or rejected on the cloud's side. */
    LOST("PENDING_RECREATION"),
    DELETING("DELETING"),
    DELETED("deleted");

    private final String status;

    EndpointState(String status) {
        this.status = status;
    }

    /** As the API of endpoints spells it, for people. */
    public String status() {
        return status;
    }

    /** The state that an event announces; empty for one of a newer producer. */
    static Optional<EndpointState> of(EndpointEvent event) {
        return switch (event) {
            case EndpointRequested ignored -> Optional.of(REQUESTED);
            case EndpointAwaitingApproval ignored -> Optional.of(AWAITING_APPROVAL);
            case EndpointActivated ignored -> Optional.of(ACTIVE);
            case EndpointFailed ignored -> Optional.of(FAILED);
            case EndpointLost ignored -> Optional.of(LOST);
            case EndpointDeletionRequested ignored -> Optional.of(DELETING);
            case EndpointDeleted ignored -> Optional.of(DELETED);
            case EndpointEvent.Unrecognized ignored -> Optional.empty();
        };
    }
}
