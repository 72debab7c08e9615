package io.keyward.endpoint.lifecycle.condition;

import static io.keyward.endpoint.lifecycle.condition.Condition.Status.FALSE;
import static io.keyward.endpoint.lifecycle.condition.Condition.Status.TRUE;
import static io.keyward.endpoint.lifecycle.condition.Condition.Status.UNKNOWN;

import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.EndpointState.AwaitingApproval;
import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Provisioning;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import io.keyward.endpoint.lifecycle.condition.Condition.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is stated of an endpoint in each state. */
public final class Conditions {
    /** The cloud has it, whole. */
    public static final String PROVISIONED = "Provisioned";

    /** Whoever owns the service behind it has let it in. */
    public static final String APPROVED = "Approved";

    /** The key service answers through it. */
    public static final String USABLE = "Usable";

    /** Another endpoint is to take its place; stated of lost ones only. */
    public static final String REPLACED = "Replaced";

    /** It is to go; stated only when that is so. */
    public static final String DELETING = "Deleting";

    private static final String NOT_PROVISIONED = "NotProvisioned";
    private static final String PENDING_APPROVAL = "PendingApproval";

    private Conditions() {}

    /** What is stated, without since when. */
    private record Statement(String type, Status status, String reason, String message) {

        Condition since(List<Condition> before, Instant now) {
            var unchanged = before.stream()
                    .filter(condition -> condition.type().equals(type) && condition.status() == status)
                    .findFirst();
            return new Condition(
                    type,
                    status,
                    reason,
                    message,
                    unchanged.map(Condition::lastTransitionTime).orElse(now));
        }
    }

    /**
     * What holds from {@code now} on of an endpoint that is in this state.
     *
     * @param before what was stated last; the time of a condition changes with its status only
     */
    public static List<Condition> after(List<Condition> before, EndpointState state, Instant now) {
        return Stream.of(
                        Optional.of(provisioned(state)),
                        Optional.of(approved(state)),
                        Optional.of(usable(state)),
                        replaced(state),
                        deleting(state))
                .flatMap(Optional::stream)
                .map(statement -> statement.since(before, now))
                .toList();
    }

    private static Statement provisioned(EndpointState state) {
        return switch (state) {
            case Requested ignored ->
                new Statement(PROVISIONED, FALSE, "Requested", "The cloud was not asked for it yet.");
            case Provisioning asked -> provisioned(asked);
            case AwaitingApproval there -> stands(there.ref(), there.missing());
            case Ready there -> stands(there.ref(), there.missing());
            case Failed failed -> new Statement(PROVISIONED, FALSE, "Failed", failed.message());
            case Lost lost -> new Statement(PROVISIONED, FALSE, "Lost", lost.message());
            case Replaced replaced -> new Statement(PROVISIONED, FALSE, "Lost", replaced.message());
            case Deleting ignored -> new Statement(PROVISIONED, UNKNOWN, "Deleting", "It is being removed.");
            case Deleted ignored -> new Statement(PROVISIONED, FALSE, "Deleted", "It is gone.");
        };
    }

    private static Statement provisioned(Provisioning asked) {
        var trouble = asked.trouble();
        return trouble == null
                ? new Statement(PROVISIONED, FALSE, "Provisioning", "The cloud is making it.")
                : new Statement(PROVISIONED, FALSE, "LastAttemptFailed", trouble);
    }

    private static Statement stands(String ref, @Nullable Instant missing) {
        return missing == null
                ? new Statement(PROVISIONED, TRUE, "Provisioned", ref + " stands in the cloud.")
                : new Statement(PROVISIONED, UNKNOWN, "Missed", missed(ref));
    }

    private static Statement approved(EndpointState state) {
        return switch (state) {
            case Requested ignored -> notProvisioned(APPROVED, UNKNOWN);
            case Provisioning ignored -> notProvisioned(APPROVED, UNKNOWN);
            case AwaitingApproval there -> new Statement(APPROVED, FALSE, PENDING_APPROVAL, approve(there.ref()));
            case Ready ignored -> new Statement(APPROVED, TRUE, "Approved", "It was let in.");
            case Failed failed -> new Statement(APPROVED, UNKNOWN, "Failed", failed.message());
            case Lost lost -> new Statement(APPROVED, UNKNOWN, "Lost", lost.message());
            case Replaced replaced -> new Statement(APPROVED, UNKNOWN, "Lost", replaced.message());
            case Deleting ignored -> new Statement(APPROVED, UNKNOWN, "Deleting", "It is being removed.");
            case Deleted ignored -> new Statement(APPROVED, FALSE, "Deleted", "It is gone.");
        };
    }

    private static Statement usable(EndpointState state) {
        return switch (state) {
            case Requested ignored -> notProvisioned(USABLE, FALSE);
            case Provisioning ignored -> notProvisioned(USABLE, FALSE);
            case AwaitingApproval there -> new Statement(USABLE, FALSE, PENDING_APPROVAL, approve(there.ref()));
            case Ready there
            when there.missing() == null ->
                new Statement(USABLE, TRUE, "Ready", "Keys are reached through " + there.address() + ".");
            case Ready there -> new Statement(USABLE, UNKNOWN, "Missed", missed(there.ref()));
            case Failed failed -> new Statement(USABLE, FALSE, "Failed", failed.message());
            case Lost lost -> new Statement(USABLE, FALSE, "Lost", lost.message());
            case Replaced replaced -> new Statement(USABLE, FALSE, "Lost", replaced.message());
            case Deleting ignored -> new Statement(USABLE, FALSE, "Deleting", "It is being removed.");
            case Deleted ignored -> new Statement(USABLE, FALSE, "Deleted", "It is gone.");
        };
    }

    private static Optional<Statement> replaced(EndpointState state) {
        if (state instanceof Replaced by) {
            var message = by.successor() + " takes its place, as soon as that one can be used.";
            return Optional.of(new Statement(REPLACED, TRUE, "SuccessorCreated", message));
        }
        return state instanceof Lost lost ? Optional.of(notReplaced(lost)) : Optional.empty();
    }

    private static Statement notReplaced(Lost lost) {
        var trouble = lost.trouble();
        return trouble == null
                ? new Statement(REPLACED, FALSE, "Asked", "Another endpoint is being asked for.")
                : new Statement(REPLACED, FALSE, "LastAttemptFailed", trouble);
    }

    private static Optional<Statement> deleting(EndpointState state) {
        if (!(state instanceof Deleting going)) {
            return Optional.empty();
        }
        var trouble = going.trouble();
        return Optional.of(
                trouble == null
                        ? new Statement(DELETING, TRUE, "DeletionRequested", "It is being removed.")
                        : new Statement(DELETING, TRUE, "LastAttemptFailed", trouble));
    }

    private static Statement notProvisioned(String type, Status status) {
        return new Statement(type, status, NOT_PROVISIONED, "It does not stand yet.");
    }

    private static String approve(String ref) {
        return "Approve the connection of " + ref + " in the cloud that the key service is in.";
    }

    private static String missed(String ref) {
        return ref + " was missed by the last look; it counts as lost if the next one misses it, too.";
    }
}
