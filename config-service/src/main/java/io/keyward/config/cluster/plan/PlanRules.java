package io.keyward.config.cluster.plan;

import io.keyward.config.cluster.plan.Plan.Kind;
import io.keyward.config.cluster.spec.ClusterSpec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a cluster's plan when something is asked of it. */
public final class PlanRules {
    private PlanRules() {}

    /** The plan of a cluster that did not exist before. */
    public static Plan created(Instant now) {
        return new Plan(Kind.NEW, now, null);
    }

    /** Whether a change asks something of the driver; what is merely said of a cluster does not. */
    public static boolean asks(ClusterSpec current, ClusterSpec next) {
        return !next.withWordsOf(current).equals(current);
    }

    /**
     * The plan after a change that asks something. One on top of another goes back to where the first began; what is changed before it ever
     * was up is still new.
     */
    public static Plan changed(@Nullable Plan present, ClusterSpec current, Instant now) {
        if (present == null) {
            return new Plan(Kind.CHANGE, now, current);
        }
        return switch (present.kind()) {
            case NEW -> new Plan(Kind.NEW, now, null);
            case CHANGE -> new Plan(Kind.CHANGE, now, present.former());
            case REWRAP, RESUME, UNDO -> new Plan(Kind.CHANGE, now, current);
        };
    }

    /** The plan after the project changed its key: the clock of a plan that may be undone goes on. */
    public static Plan rewrapped(@Nullable Plan present, Instant now) {
        return present == null ? new Plan(Kind.REWRAP, now, null) : present;
    }

    /** The plan after a person resumed the cluster. */
    public static Plan resumed(@Nullable Plan present, Instant now) {
        return present == null ? new Plan(Kind.RESUME, now, null) : present;
    }

    /** The plan by which a change is taken back. */
    public static Plan undone(Instant now) {
        return new Plan(Kind.UNDO, now, null);
    }
}
