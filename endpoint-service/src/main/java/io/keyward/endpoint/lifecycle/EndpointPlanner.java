package io.keyward.endpoint.lifecycle;

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
import java.time.Duration;
import java.time.Instant;

/**
 * Says what follows from a look at an endpoint; {@code docs/endpoint-lifecycle.md} is printed from it. {@link Deleted} is for good, {@link Unseen} never
 * leads to a command, and deciding again on the same look changes nothing more. Two waits stand between a look and a conclusion: what was just asked for
 * may not be visible yet, and what is missed once may be a slip of the cloud's.
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

    /**
     * What follows from a look.
     *
     * @param now when the look began: what happened since may not show in it
     */
    public Decision decide(Wanted wanted, EndpointState state, Observation seen, Kin kin, Instant now) {
        if (state instanceof Deleted) {
            return stay(state, now);
        }
        return wanted == Wanted.ABSENT || state instanceof Deleting
                ? towardsDeleted(deleting(state, now), seen, kin, now)
                : new Arrival(patience, kin, now).decide(state, seen);
    }

    /** What is known once a command was answered at {@code now}. Answers matter to what was asked for, and to nothing else. */
    public Decision answered(EndpointState state, Answer answer, Instant now) {
        return switch (state) {
            case Provisioning asked -> stay(answered(asked, answer, now), now);
            case Failed asked -> stay(answered(asked, answer), now);
            case Lost asked -> answered(asked, answer, now);
            case Deleting asked -> stay(answered(asked, answer), now);
            case Requested ignored -> stay(state, now);
            case AwaitingApproval ignored -> stay(state, now);
            case Ready ignored -> stay(state, now);
            case Replaced ignored -> stay(state, now);
            case Deleted ignored -> stay(state, now);
        };
    }

    private EndpointState answered(Provisioning asked, Answer answer, Instant now) {
        return switch (answer) {
            case Answer.Accepted made -> new Provisioning(asked.since(), asked.asked(), made.ref(), null);
            case Answer.Refused refused ->
                new Failed(Words.notMade(patience, refused.message()), asked.ref(), now, asked.asked());
            case Answer.TryLater later -> new Provisioning(asked.since(), asked.asked(), asked.ref(), later.message());
            case Answer.Admitted ignored -> asked;
        };
    }

    /** Only what was never heard of is asked for once more. */
    private Failed answered(Failed asked, Answer answer) {
        return asked.ref() != null
                ? asked
                : switch (answer) {
                    case Answer.Accepted made ->
                        new Failed(Words.madeAtLast(patience, made.ref()), made.ref(), asked.since(), asked.asked());
                    case Answer.Refused refused -> notMade(asked, refused.message());
                    case Answer.TryLater later -> notMade(asked, later.message());
                    case Answer.Admitted ignored -> asked;
                };
    }

    private Failed notMade(Failed asked, String why) {
        return new Failed(Words.notMade(patience, why), null, asked.since(), asked.asked());
    }

    private Decision answered(Lost asked, Answer answer, Instant now) {
        return switch (answer) {
            case Answer.Admitted by ->
                stay(new Replaced(asked.ref(), asked.message(), asked.since(), by.successor()), now);
            case Answer.Refused refused -> unreplaced(asked, refused.message(), patience.retry());
            case Answer.TryLater later -> unreplaced(asked, later.message(), patience.underWay());
            case Answer.Accepted ignored -> stay(asked, now);
        };
    }

    private static Decision unreplaced(Lost asked, String trouble, Duration lookAgain) {
        return new Decision(new Lost(asked.ref(), asked.message(), asked.since(), trouble), new Nothing(), lookAgain);
    }

    private static Deleting answered(Deleting asked, Answer answer) {
        var trouble =
                switch (answer) {
                    case Answer.Accepted ignored -> null;
                    case Answer.Refused refused -> refused.message();
                    case Answer.TryLater later -> later.message();
                    case Answer.Admitted ignored -> asked.trouble();
                };
        return new Deleting(asked.ref(), asked.asked(), asked.since(), trouble);
    }

    private Decision towardsDeleted(Deleting going, Observation seen, Kin kin, Instant now) {
        return switch (seen) {
            case Absent ignored -> absent(going, kin, now);
            case GoingAway there -> stay(new Deleting(there.ref(), null, going.since(), null), now);
            case Pending there -> delete(going, there.ref(), now);
            case PendingApproval there -> delete(going, there.ref(), now);
            case Up there -> delete(going, there.ref(), now);
            case Refused there -> delete(going, there.ref(), now);
            case Unseen ignored -> stay(going, now);
        };
    }

    /** Who waits for it to be gone may ask for another one at once: so those that replace it are gone by then, too. */
    private Decision absent(Deleting going, Kin kin, Instant now) {
        return patience.mayBeInvisible(going.asked(), now) || kin.successorLeaving()
                ? stay(going, now)
                : stay(new Deleted(going.ref(), now), now);
    }

    private Decision delete(Deleting going, String ref, Instant now) {
        var next = new Deleting(ref, null, going.since(), going.trouble());
        return new Decision(next, new Delete(ref), patience.pace(next, now));
    }

    private Decision stay(EndpointState next, Instant now) {
        return new Decision(next, new Nothing(), patience.pace(next, now));
    }

    private static Deleting deleting(EndpointState state, Instant now) {
        return state instanceof Deleting already
                ? already
                : new Deleting(state.reference().orElse(null), state.askedAt().orElse(null), now, null);
    }
}
