package io.keyward.config.activity.entry;

import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EndpointEvent.Endpoint;
import java.util.List;

/** What the log says of private endpoints. */
final class EndpointEntryRules {
    private EndpointEntryRules() {}

    static List<Finding> findings(EndpointEvent event) {
        return switch (event) {
            case EndpointEvent.EndpointRequested e ->
                finding(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_CREATED, "was asked for");
            case EndpointEvent.EndpointAwaitingApproval e ->
                finding(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_ACCEPTANCE, "waits to be approved");
            case EndpointEvent.EndpointActivated e ->
                finding(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_ACTIVE, "can be used");
            case EndpointEvent.EndpointFailed e ->
                finding(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED, "could not be made");
            case EndpointEvent.EndpointLost e ->
                finding(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_LOST, "was removed or rejected in the cloud");
            case EndpointEvent.EndpointDeletionRequested e ->
                finding(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_SUBMITTED, "is to be deleted");
            case EndpointEvent.EndpointDeleted e ->
                finding(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETED, "is gone");
            case EndpointEvent.Unrecognized e -> List.of();
        };
    }

    private static List<Finding> finding(EndpointEvent event, EventType type, String what) {
        Endpoint endpoint = event.endpoint();
        ActivityEntry entry = ActivityEntry.ofProject(
                endpoint.groupId(),
                type,
                "The private endpoint %s at %s in %s %s."
                        .formatted(event.endpointId(), endpoint.provider(), endpoint.region(), what),
                event.actor(),
                event.occurredAt());
        return List.of(
                new Finding(entry, List.of("endpoint %s %s %s".formatted(event.endpointId(), type, endpoint.since()))));
    }
}
