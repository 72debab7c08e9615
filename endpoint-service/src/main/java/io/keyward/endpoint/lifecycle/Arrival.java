package io.keyward.endpoint.lifecycle;

import io.keyward.endpoint.lifecycle.Command.Create;
import io.keyward.endpoint.lifecycle.Command.Nothing;
import io.keyward.endpoint.lifecycle.Command.Replace;
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
 * What follows from a look at an endpoint that is wanted.
 *
 * @param now when the look began
 */
record Arrival(Patience patience, Kin kin, Instant now) {

    /** For any state but {@link Deleting} and {@link Deleted}, which stay as they are. */
    Decision decide(EndpointState state, Observation seen) {
        return switch (seen) {
            case Absent ignored -> absent(state);
            case Pending there -> pending(state, there.ref());
            case PendingApproval there -> awaitingApproval(state, there.ref());
            case Up there -> stay(ready(state, there));
            case Refused there -> refused(state, there);
            case GoingAway there -> goingAway(state, there.ref());
            case Unseen unseen -> stay(unseen(state, unseen.cause()));
        };
    }

    private Decision absent(EndpointState state) {
        return switch (state) {
            case Requested ignored -> act(new Provisioning(now, now, null, null), new Create());
            case Provisioning asked -> absent(asked);
            case AwaitingApproval there -> missed(there, Words.removed(there.ref()));
            case Ready there -> missed(there, Words.removed(there.ref()));
            case Failed failed -> absent(failed);
            case Lost lost -> replace(lost);
            case Replaced ignored -> stay(state);
            case Deleting ignored -> stay(state);
            case Deleted ignored -> stay(state);
        };
    }

    /** Asks once more only for what was never heard of: something that was there and vanished does not come back by asking. */
    private Decision absent(Provisioning asked) {
        var ref = asked.ref();
        if (patience.isOverdue(asked.since(), now)) {
            var why = ref == null ? Words.late(patience, asked.trouble()) : Words.neverUsable(Words.removed(ref));
            return stay(new Failed(why, ref, now, asked.asked()));
        }
        return ref != null || patience.mayBeInvisible(asked.asked(), now)
                ? stay(asked)
                : act(new Provisioning(asked.since(), now, null, asked.trouble()), new Create());
    }

    /** Heals by itself, and shows as failed until it has. */
    private Decision absent(Failed failed) {
        return failed.ref() == null && patience.mayRetry(failed, now)
                ? act(new Failed(failed.message(), null, failed.since(), now), new Create())
                : stay(failed);
    }

    private Decision pending(EndpointState state, String ref) {
        return switch (state) {
            case Requested ignored -> stay(new Provisioning(now, null, ref, null));
            case Provisioning asked -> stay(pending(asked, ref));
            case AwaitingApproval there -> stay(new AwaitingApproval(there.ref(), there.since(), null));
            case Ready there -> stay(new Ready(there.ref(), there.address(), there.since(), null));
            case Failed failed -> stay(pending(failed, ref));
            case Lost lost -> replace(lost);
            case Replaced ignored -> stay(state);
            case Deleting ignored -> stay(state);
            case Deleted ignored -> stay(state);
        };
    }

    private EndpointState pending(Provisioning asked, String ref) {
        return patience.isOverdue(asked.since(), now)
                ? new Failed(Words.slow(patience, ref, null), ref, now, null)
                : new Provisioning(asked.since(), null, ref, null);
    }

    private Failed pending(Failed failed, String ref) {
        var message = failed.ref() == null ? Words.madeAtLast(patience, ref) : failed.message();
        return new Failed(message, ref, failed.since(), failed.asked());
    }

    /** What was lost comes back by standing, and not by less: as long as it may be replaced, since another one would ask for the same approval. */
    private Decision awaitingApproval(EndpointState state, String ref) {
        return switch (state) {
            case AwaitingApproval already -> stay(new AwaitingApproval(ref, already.since(), null));
            case Requested ignored -> stay(new AwaitingApproval(ref, now, null));
            case Provisioning ignored -> stay(new AwaitingApproval(ref, now, null));
            case Ready ignored -> stay(new AwaitingApproval(ref, now, null));
            case Failed ignored -> stay(new AwaitingApproval(ref, now, null));
            case Lost lost when !isReplacedTooOften() -> replace(lost);
            case Lost ignored -> stay(new AwaitingApproval(ref, now, null));
            case Replaced ignored -> stay(state);
            case Deleting ignored -> stay(state);
            case Deleted ignored -> stay(state);
        };
    }

    private EndpointState ready(EndpointState state, Up up) {
        return new Ready(up.ref(), up.address(), state instanceof Ready already ? already.since() : now, null);
    }

    private Decision refused(EndpointState state, Refused refused) {
        var what = Words.refused(refused.ref(), refused.reason());
        return switch (state) {
            case Requested ignored -> stay(neverUsable(refused.ref(), what));
            case Provisioning ignored -> stay(neverUsable(refused.ref(), what));
            case AwaitingApproval there -> missed(there, what);
            case Ready there -> missed(there, what);
            case Failed failed -> stay(ended(failed, refused.ref(), what));
            case Lost lost -> replace(lost);
            case Replaced ignored -> stay(state);
            case Deleting ignored -> stay(state);
            case Deleted ignored -> stay(state);
        };
    }

    private Decision goingAway(EndpointState state, String ref) {
        var what = Words.removed(ref);
        return switch (state) {
            case Requested ignored -> stay(neverUsable(ref, what));
            case Provisioning ignored -> stay(neverUsable(ref, what));
            case AwaitingApproval there -> missed(there, what);
            case Ready there -> missed(there, what);
            case Failed failed -> stay(ended(failed, ref, what));
            case Lost lost -> replace(lost);
            case Replaced ignored -> stay(state);
            case Deleting ignored -> stay(state);
            case Deleted ignored -> stay(state);
        };
    }

    /** Not seeing is no reason to act; but time goes by. */
    private EndpointState unseen(EndpointState state, String cause) {
        return switch (state) {
            case Requested asked -> lateOr(state, asked.since(), cause);
            case Provisioning asked -> lateOr(state, asked.since(), cause);
            case AwaitingApproval ignored -> state;
            case Ready ignored -> state;
            case Failed ignored -> state;
            case Lost ignored -> state;
            case Replaced ignored -> state;
            case Deleting ignored -> state;
            case Deleted ignored -> state;
        };
    }

    private EndpointState lateOr(EndpointState state, Instant since, String cause) {
        if (!patience.isOverdue(since, now)) {
            return state;
        }
        var ref = state.reference().orElse(null);
        var why = ref == null ? Words.late(patience, cause) : Words.slow(patience, ref, cause);
        return new Failed(why, ref, now, state.askedAt().orElse(null));
    }

    private Decision missed(Ready there, String what) {
        return patience.isConfirmed(there.missing(), now)
                ? lose(there.ref(), what)
                : stay(new Ready(there.ref(), there.address(), there.since(), firstOf(there.missing())));
    }

    /** One that waits for its first approval was never of any use, unless it replaces one that was. */
    private Decision missed(AwaitingApproval there, String what) {
        if (!patience.isConfirmed(there.missing(), now)) {
            return stay(new AwaitingApproval(there.ref(), there.since(), firstOf(there.missing())));
        }
        return kin.needed() ? lose(there.ref(), what) : stay(neverUsable(there.ref(), what));
    }

    private Decision lose(String ref, String what) {
        return isReplacedTooOften()
                ? stay(replacedTooOften(ref, what))
                : act(new Lost(ref, Words.replaced(what), now, null), new Replace());
    }

    private Decision replace(Lost lost) {
        return isReplacedTooOften()
                ? stay(replacedTooOften(lost.ref(), Words.lost(lost.ref())))
                : act(lost, new Replace());
    }

    private boolean isReplacedTooOften() {
        return kin.replacementsToday() >= patience.replacementsPerDay();
    }

    private Failed replacedTooOften(String ref, String what) {
        return new Failed(Words.replacedTooOften(what, patience.replacementsPerDay()), ref, now, null);
    }

    private Failed neverUsable(String ref, String what) {
        return new Failed(Words.neverUsable(what), ref, now, null);
    }

    /** What it failed of stands, unless the cloud was asked once more since then, and this is what came of it. */
    private static Failed ended(Failed before, String ref, String what) {
        boolean isNews = before.ref() == null || before.asked() != null;
        return new Failed(isNews ? Words.neverUsable(what) : before.message(), ref, before.since(), null);
    }

    private Instant firstOf(@Nullable Instant missing) {
        return missing == null ? now : missing;
    }

    private Decision act(EndpointState next, Command command) {
        return new Decision(next, command, patience.pace(next, now));
    }

    private Decision stay(EndpointState next) {
        return act(next, new Nothing());
    }
}
