package io.keyward.endpoint.lifecycle;

import io.keyward.endpoint.lifecycle.Command.Create;
import io.keyward.endpoint.lifecycle.Command.Delete;
import io.keyward.endpoint.lifecycle.Command.Nothing;
import io.keyward.endpoint.lifecycle.EndpointState.AwaitingApproval;
import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Provisioning;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import io.keyward.endpoint.lifecycle.Observation.Absent;
import io.keyward.endpoint.lifecycle.Observation.GoingAway;
import io.keyward.endpoint.lifecycle.Observation.Pending;
import io.keyward.endpoint.lifecycle.Observation.PendingApproval;
import io.keyward.endpoint.lifecycle.Observation.Refused;
import io.keyward.endpoint.lifecycle.Observation.Unseen;
import io.keyward.endpoint.lifecycle.Observation.Up;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says what follows from a look at an endpoint. {@link Deleted} is for good, {@link Unseen} never leads to a command, and deciding again on the same look
 * changes nothing more. Two waits stand between a look and a conclusion: what was just asked for may not be visible yet, and what is missed once may be
 * a slip of the cloud's.
 */
public final class EndpointPlanner {
    private final Patience patience;

    public EndpointPlanner(Patience patience) {
        this.patience = patience;
    }

    /** The state of an endpoint that is to go from {@code now} on. */
    public static EndpointState letGo(EndpointState state, Instant now) {
        return state instanceof Deleted ? state : deleting(state, now);
    }

    /** What follows from a look at {@code now}. */
    public Decision decide(Wanted wanted, EndpointState state, Observation seen, Kin kin, Instant now) {
        if (state instanceof Deleted) {
            return stay(state);
        }
        return wanted == Wanted.ABSENT || state instanceof Deleting
                ? towardsDeleted(deleting(state, now), seen, now)
                : towardsReady(state, seen, now);
    }

    /** What is known once a command was answered at {@code now}. */
    public Decision answered(EndpointState state, Answer answer, Instant now) {
        var next =
                switch (state) {
                    case Provisioning asked -> answered(asked, answer, now);
                    case Deleting asked -> answered(asked, answer);
                    case Requested ignored -> state;
                    case AwaitingApproval ignored -> state;
                    case Ready ignored -> state;
                    case Failed ignored -> state;
                    case Lost ignored -> state;
                    case Replaced ignored -> state;
                    case Deleted ignored -> state;
                };
        return stay(next);
    }

    private static EndpointState answered(Provisioning asked, Answer answer, Instant now) {
        return switch (answer) {
            case Answer.Accepted made -> new Provisioning(asked.since(), asked.asked(), made.ref(), null);
            case Answer.Refused refused ->
                new Failed(Words.notMade(refused.message()), asked.ref(), now, asked.asked());
            case Answer.TryLater later -> new Provisioning(asked.since(), asked.asked(), asked.ref(), later.message());
            case Answer.Admitted ignored -> asked;
        };
    }

    private static EndpointState answered(Deleting asked, Answer answer) {
        var trouble =
                switch (answer) {
                    case Answer.Accepted ignored -> null;
                    case Answer.Refused refused -> refused.message();
                    case Answer.TryLater later -> later.message();
                    case Answer.Admitted ignored -> asked.trouble();
                };
        return new Deleting(asked.ref(), asked.asked(), asked.since(), trouble);
    }

    private Decision towardsReady(EndpointState state, Observation seen, Instant now) {
        return switch (seen) {
            case Absent ignored -> absent(state, now);
            case Pending pending -> stay(pending(state, pending.ref(), now));
            case PendingApproval pending -> stay(awaitingApproval(state, pending.ref(), now));
            case Up up -> stay(ready(state, up, now));
            case Refused refused -> stay(refused(state, refused, now));
            case GoingAway going -> stay(goingAway(state, going.ref(), now));
            case Unseen unseen -> stay(unseen(state, unseen, now));
        };
    }

    private Decision absent(EndpointState state, Instant now) {
        return switch (state) {
            case Requested ignored -> create(new Provisioning(now, now, null, null));
            case Provisioning asked -> absent(asked, now);
            case AwaitingApproval there -> stay(missed(there, Words.removedEarly(there.ref()), now));
            case Ready there -> stay(missed(there, Words.removed(there.ref()), now));
            case Failed ignored -> stay(state);
            case Lost ignored -> stay(state);
            case Replaced ignored -> stay(state);
            case Deleting ignored -> stay(state);
            case Deleted ignored -> stay(state);
        };
    }

    /** Asks once more only for what was never heard of: something that was there and vanished does not come back by asking. */
    private Decision absent(Provisioning asked, Instant now) {
        var ref = asked.ref();
        if (patience.isOverdue(asked.since(), now)) {
            var why = ref == null ? Words.late(patience.creation(), asked.trouble()) : Words.removedEarly(ref);
            return stay(new Failed(why, ref, now, asked.asked()));
        }
        return ref != null || patience.mayBeInvisible(asked.asked(), now)
                ? stay(asked)
                : create(new Provisioning(asked.since(), now, null, asked.trouble()));
    }

    private EndpointState pending(EndpointState state, String ref, Instant now) {
        return switch (state) {
            case Requested ignored -> new Provisioning(now, null, ref, null);
            case Provisioning asked
            when patience.isOverdue(asked.since(), now) ->
                new Failed(Words.late(patience.creation(), null), ref, now, null);
            case Provisioning asked -> new Provisioning(asked.since(), null, ref, null);
            case AwaitingApproval there -> new AwaitingApproval(there.ref(), there.since(), null);
            case Ready there -> new Ready(there.ref(), there.address(), there.since(), null);
            case Failed failed -> new Failed(failed.message(), ref, failed.since(), null);
            case Lost ignored -> state;
            case Replaced ignored -> state;
            case Deleting ignored -> state;
            case Deleted ignored -> state;
        };
    }

    private static EndpointState awaitingApproval(EndpointState state, String ref, Instant now) {
        return new AwaitingApproval(ref, state instanceof AwaitingApproval already ? already.since() : now, null);
    }

    private static EndpointState ready(EndpointState state, Up up, Instant now) {
        return new Ready(up.ref(), up.address(), state instanceof Ready already ? already.since() : now, null);
    }

    private EndpointState refused(EndpointState state, Refused refused, Instant now) {
        var failed = new Failed(Words.refused(refused.ref(), refused.reason()), refused.ref(), now, null);
        return switch (state) {
            case Requested ignored -> failed;
            case Provisioning ignored -> failed;
            case AwaitingApproval ignored -> failed;
            case Ready there -> missed(there, failed.message(), now);
            case Failed before -> new Failed(before.message(), refused.ref(), before.since(), null);
            case Lost ignored -> state;
            case Replaced ignored -> state;
            case Deleting ignored -> state;
            case Deleted ignored -> state;
        };
    }

    private EndpointState goingAway(EndpointState state, String ref, Instant now) {
        return switch (state) {
            case Requested asked
            when patience.isOverdue(asked.since(), now) ->
                new Failed(Words.late(patience.creation(), null), ref, now, null);
            case Requested ignored -> state;
            case Provisioning ignored -> new Failed(Words.removedEarly(ref), ref, now, null);
            case AwaitingApproval there -> missed(there, Words.removedEarly(ref), now);
            case Ready there -> missed(there, Words.removed(ref), now);
            case Failed failed -> new Failed(failed.message(), ref, failed.since(), null);
            case Lost ignored -> state;
            case Replaced ignored -> state;
            case Deleting ignored -> state;
            case Deleted ignored -> state;
        };
    }

    /** Not seeing is no reason to act; but time goes by. */
    private EndpointState unseen(EndpointState state, Unseen unseen, Instant now) {
        return switch (state) {
            case Requested asked -> lateOr(state, asked.since(), unseen.cause(), now);
            case Provisioning asked -> lateOr(state, asked.since(), unseen.cause(), now);
            case AwaitingApproval ignored -> state;
            case Ready ignored -> state;
            case Failed ignored -> state;
            case Lost ignored -> state;
            case Replaced ignored -> state;
            case Deleting ignored -> state;
            case Deleted ignored -> state;
        };
    }

    private EndpointState lateOr(EndpointState state, Instant since, String cause, Instant now) {
        return patience.isOverdue(since, now)
                ? new Failed(
                        Words.late(patience.creation(), cause),
                        state.reference().orElse(null),
                        now,
                        state.askedAt().orElse(null))
                : state;
    }

    private EndpointState missed(Ready there, String message, Instant now) {
        return patience.isConfirmed(there.missing(), now)
                ? new Lost(there.ref(), message, now, null)
                : new Ready(there.ref(), there.address(), there.since(), firstOf(there.missing(), now));
    }

    /** It was never of any use, so that there is nothing to lose. */
    private EndpointState missed(AwaitingApproval there, String message, Instant now) {
        return patience.isConfirmed(there.missing(), now)
                ? new Failed(message, there.ref(), now, null)
                : new AwaitingApproval(there.ref(), there.since(), firstOf(there.missing(), now));
    }

    private Decision towardsDeleted(Deleting going, Observation seen, Instant now) {
        return switch (seen) {
            case Absent ignored ->
                stay(patience.mayBeInvisible(going.asked(), now) ? going : new Deleted(going.ref(), now));
            case GoingAway there -> stay(new Deleting(there.ref(), null, going.since(), null));
            case Pending there -> delete(going, there.ref());
            case PendingApproval there -> delete(going, there.ref());
            case Up there -> delete(going, there.ref());
            case Refused there -> delete(going, there.ref());
            case Unseen ignored -> stay(going);
        };
    }

    private Decision create(Provisioning next) {
        return new Decision(next, new Create(), patience.pace(next));
    }

    private Decision delete(Deleting going, String ref) {
        var next = new Deleting(ref, null, going.since(), going.trouble());
        return new Decision(next, new Delete(ref), patience.pace(next));
    }

    private Decision stay(EndpointState next) {
        return new Decision(next, new Nothing(), patience.pace(next));
    }

    private static Instant firstOf(@Nullable Instant missing, Instant now) {
        return missing == null ? now : missing;
    }

    private static Deleting deleting(EndpointState state, Instant now) {
        return state instanceof Deleting already
                ? already
                : new Deleting(state.reference().orElse(null), state.askedAt().orElse(null), now, null);
    }
}
