package io.keyward.config.activity.entry;

import io.keyward.contracts.Actor;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EndpointEvent.Endpoint;
import java.util.List;

/** What the log says of private endpoints. */
final class EndpointEntryRules {
    private EndpointEntryRules() {}

    static List<Finding> findings(EndpointEvent event) {
        return switch (event) {
            case EndpointEvent.EndpointRequested e -> requested(e);
            case EndpointEvent.EndpointAwaitingApproval e ->
                there(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_ACCEPTANCE, "waits to be approved");
            case EndpointEvent.EndpointActivated e ->
                there(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_ACTIVE, "can be used");
            case EndpointEvent.EndpointFailed e ->
                there(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED, "failed" + why(e));
            case EndpointEvent.EndpointLost e -> lost(e);
            case EndpointEvent.EndpointDeletionRequested e ->
                state(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_SUBMITTED, "is to be deleted");
            case EndpointEvent.EndpointDeleted e ->
                state(e, EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETED, "is gone");
            case EndpointEvent.Unrecognized e -> List.of();
        };
    }

    private static List<Finding> requested(EndpointEvent.EndpointRequested event) {
        String predecessor = event.endpoint().predecessorId();
        return there(
                event,
                EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_CREATED,
                predecessor == null ? "was asked for" : "was asked for in the place of " + predecessor);
    }

    /** What nobody asked for is told again, as it is, by whoever asks for an endpoint where it is: then it is theirs. */
    private static List<Finding> there(EndpointEvent event, EventType type, String what) {
        String predecessor = event.endpoint().predecessorId();
        List<Finding> told = state(event, type, what);
        return predecessor == null || event.actor().type().equals(Actor.SYSTEM)
                ? told
                : List.of(
                        told.getFirst(),
                        finding(
                                event,
                                EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_ADOPTED,
                                "was asked for; it is there already, in the place of " + predecessor,
                                predecessor));
    }

    /** The loss is told again with the replacement: it is one loss, and one replacement. */
    private static List<Finding> lost(EndpointEvent.EndpointLost event) {
        List<Finding> loss = state(
                event,
                EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_LOST,
                "was removed or rejected in the cloud" + why(event));
        String successor = event.endpoint().successorId();
        return successor == null
                ? loss
                : List.of(
                        loss.getFirst(),
                        finding(
                                event,
                                EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_REPLACED,
                                "is replaced by " + successor,
                                successor));
    }

    /** A state that is told again, because something else of the endpoint changed, keeps its {@code since}: it is one occurrence. */
    private static List<Finding> state(EndpointEvent event, EventType type, String what) {
        return List.of(finding(event, type, what, event.endpoint().since().toString()));
    }

    private static Finding finding(EndpointEvent event, EventType type, String what, String which) {
        Endpoint endpoint = event.endpoint();
        ActivityEntry entry = ActivityEntry.ofProject(
                endpoint.groupId(),
                type,
                "The private endpoint %s at %s in %s %s."
                        .formatted(event.endpointId(), endpoint.provider(), endpoint.region(), what),
                event.actor(),
                event.occurredAt());
        return new Finding(entry, List.of("endpoint %s %s %s".formatted(event.endpointId(), type, which)));
    }

    private static String why(EndpointEvent event) {
        String message = event.endpoint().errorMessage();
        return message == null ? "" : ": " + message.replaceFirst("\\.$", "");
    }
}
