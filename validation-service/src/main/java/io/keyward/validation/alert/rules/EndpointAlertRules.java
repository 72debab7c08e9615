package io.keyward.validation.alert.rules;

import static io.keyward.validation.alert.condition.AlertType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED;
import static io.keyward.validation.alert.condition.AlertType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL;

import io.keyward.validation.alert.condition.Condition;
import io.keyward.validation.alert.condition.Content;
import io.keyward.validation.alert.condition.Subject;
import io.keyward.validation.alert.condition.Subject.Kind;
import io.keyward.validation.endpoint.Endpoint;
import io.keyward.validation.endpoint.EndpointState;
import io.keyward.validation.endpoint.Lineage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which conditions private endpoints cause: one for all that replaced one another while none of them can be used, and one for each that waits for an
 * approval too long.
 */
final class EndpointAlertRules {
    private static final String FAILED = "The private endpoint could not be made.";
    private static final String LOST =
            "The private endpoint was removed or rejected on the cloud's side, without being asked to.";
    private static final String NOT_REPLACED =
            "The private endpoint was removed or rejected on the cloud's side, and is not replaced any more.";
    private static final String REPLACED = " It is being replaced by itself.";
    private static final String MADE = " Its replacement, endpoint %s, is being made.";
    private static final String UNAPPROVED = " Its replacement, endpoint %s, waits for your approval.";
    private static final String LOST_AGAIN = " Its replacement, endpoint %s, was removed or rejected as well.";
    private static final String GIVEN_UP = " Its replacement, endpoint %s, failed.";
    private static final String WAITS = "The private endpoint has been waiting for approval in the cloud since %s.";

    private static final String REMAKE =
            "See to what the explanation names. If the endpoint does not come up by itself then, delete it and ask for a new one in the same region.";
    private static final String WAIT =
            "Find out who removed or rejected it, so that the replacement stays. Until it can be used the key cannot be checked in this region, and clusters run on.";
    private static final String APPROVE_REPLACEMENT =
            "Approve endpoint %s in the cloud, and find out who removed or rejected the one before it. Until then the key cannot be checked in this region, and clusters run on.";
    private static final String APPROVE =
            "Approve the endpoint in the cloud, or delete it if it is not wanted. Until then clusters cannot use it.";

    private EndpointAlertRules() {}

    static Stream<Condition> conditions(List<Endpoint> endpoints, AlertPolicy policy, Instant now) {
        return Stream.concat(
                Lineage.of(endpoints).stream().flatMap(lineage -> ofTrouble(lineage).stream()),
                endpoints.stream()
                        .filter(endpoint -> endpoint.state() == EndpointState.AWAITING_APPROVAL)
                        .map(endpoint -> ofApproval(endpoint, policy, now)));
    }

    /** About the first that is in trouble, so that it is one alert until one of them can be used. */
    private static Optional<Condition> ofTrouble(Lineage lineage) {
        return lineage.trouble().map(first -> {
            var newest = lineage.newest();
            return Condition.holds(
                    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED,
                    subject(first),
                    new Content(
                            reason(first, newest),
                            explanation(first, newest),
                            remedy(newest),
                            first.since(),
                            List.of(),
                            List.of()));
        });
    }

    /** Another one is news, so it tells how far the replacement is. */
    private static String reason(Endpoint first, Endpoint newest) {
        if (first.equals(newest)) {
            return first.state().name();
        }
        return switch (newest.state()) {
            case REQUESTED, AWAITING_APPROVAL, FAILED, LOST -> "REPLACEMENT_" + newest.state();
            case ACTIVE, DELETING, DELETED -> first.state().name();
        };
    }

    private static String explanation(Endpoint first, Endpoint newest) {
        var own = trouble(first) + said(first.errorMessage());
        if (!first.equals(newest)) {
            return own + replacement(newest);
        }
        return first.state() == EndpointState.LOST ? own + REPLACED : own;
    }

    /** What could be used once was made; it failed because it was lost too often. */
    private static String trouble(Endpoint first) {
        if (first.state() == EndpointState.FAILED) {
            return first.usableSince() == null ? FAILED : NOT_REPLACED;
        }
        return LOST;
    }

    private static String replacement(Endpoint newest) {
        return switch (newest.state()) {
            case REQUESTED -> MADE.formatted(newest.id());
            case AWAITING_APPROVAL -> UNAPPROVED.formatted(newest.id());
            case FAILED -> GIVEN_UP.formatted(newest.id()) + said(newest.errorMessage());
            case LOST -> LOST_AGAIN.formatted(newest.id()) + said(newest.errorMessage()) + REPLACED;
            case ACTIVE, DELETING, DELETED -> "";
        };
    }

    private static String remedy(Endpoint newest) {
        return switch (newest.state()) {
            case AWAITING_APPROVAL -> APPROVE_REPLACEMENT.formatted(newest.id());
            case FAILED -> REMAKE;
            case REQUESTED, LOST, ACTIVE, DELETING, DELETED -> WAIT;
        };
    }

    private static Condition ofApproval(Endpoint endpoint, AlertPolicy policy, Instant now) {
        var content = new Content(
                endpoint.state().name(),
                WAITS.formatted(endpoint.since()) + said(endpoint.errorMessage()),
                APPROVE,
                endpoint.since(),
                List.of(),
                List.of());
        return now.isBefore(endpoint.since().plus(policy.approvalDelay()))
                ? Condition.notSeenToEnd(
                        ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL, subject(endpoint), content)
                : Condition.holds(ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL, subject(endpoint), content);
    }

    private static Subject subject(Endpoint endpoint) {
        return new Subject(Kind.ENDPOINT, endpoint.id(), endpoint.region(), endpoint.region());
    }

    private static String said(@Nullable String message) {
        return message == null ? "" : " " + message;
    }
}
