package io.keyward.validation.enforcement.plan;

import static io.keyward.validation.enforcement.plan.Phase.DEFERRED;
import static io.keyward.validation.enforcement.plan.Phase.REMOVED;
import static io.keyward.validation.enforcement.plan.Phase.REMOVING;
import static io.keyward.validation.enforcement.plan.Phase.RESUMING;
import static io.keyward.validation.enforcement.plan.Phase.RUNNING;
import static io.keyward.validation.enforcement.plan.Phase.STARTING;
import static io.keyward.validation.enforcement.plan.Phase.STOPPED;
import static io.keyward.validation.enforcement.plan.Phase.STOPPING;

import io.keyward.validation.enforcement.plan.Decision.Enter;
import io.keyward.validation.enforcement.plan.Decision.Restate;
import io.keyward.validation.enforcement.plan.Decision.Stay;
import java.util.Set;

/**
 * Decides what is asked of a cluster's driver. Level-triggered: the same question always gets the same answer, whatever caused it to be
 * asked, and asking again after the answer was carried out gets {@link Stay}.
 */
public final class EnforcementPlanner {
    private EnforcementPlanner() {}

    /**
     * Compares what is wanted with the phase the cluster is in.
     *
     * @param held the reasons that were announced last
     */
    public static Decision plan(Phase phase, Set<StopReason> held, Wanted wanted) {
        return switch (wanted) {
            case Wanted.Up up -> towardsUp(phase);
            case Wanted.Down down -> towardsDown(phase, held.equals(down.reasons()));
            case Wanted.Gone gone -> towardsGone(phase);
        };
    }

    /**
     * Compares a driver's report on the request in force with the phase. A report that contradicts a settled phase repeats the request:
     * a cluster that was seen stopped and is seen running again must stop again.
     */
    public static Decision observe(Phase phase, Observed seen) {
        return switch (seen) {
            case RUNNING -> seenRunning(phase);
            case STOPPED -> seenStopped(phase);
            case DEFERRED -> seenDeferred(phase);
            case REMOVED -> seenGone(phase);
        };
    }

    private static Decision towardsUp(Phase phase) {
        return switch (phase) {
            case NEW -> new Enter(STARTING);
            case STOPPING, DEFERRED, STOPPED -> new Enter(RESUMING);
            case STARTING, RUNNING, RESUMING, REMOVING, REMOVED -> new Stay();
        };
    }

    private static Decision towardsDown(Phase phase, boolean sameReasons) {
        return switch (phase) {
            case NEW, STARTING, RUNNING, RESUMING -> new Enter(STOPPING);
            case STOPPING, DEFERRED, STOPPED -> sameReasons ? new Stay() : new Restate();
            case REMOVING, REMOVED -> new Stay();
        };
    }

    private static Decision towardsGone(Phase phase) {
        return switch (phase) {
            case NEW, STARTING, RUNNING, STOPPING, DEFERRED, STOPPED, RESUMING -> new Enter(REMOVING);
            case REMOVING, REMOVED -> new Stay();
        };
    }

    private static Decision seenRunning(Phase phase) {
        return switch (phase) {
            case STARTING, RESUMING -> new Enter(RUNNING);
            case STOPPED -> new Enter(STOPPING);
            case NEW, RUNNING, STOPPING, DEFERRED, REMOVING, REMOVED -> new Stay();
        };
    }

    private static Decision seenStopped(Phase phase) {
        return switch (phase) {
            case STOPPING, DEFERRED -> new Enter(STOPPED);
            case RUNNING -> new Enter(RESUMING);
            case NEW, STARTING, STOPPED, RESUMING, REMOVING, REMOVED -> new Stay();
        };
    }

    private static Decision seenDeferred(Phase phase) {
        return switch (phase) {
            case STOPPING, STOPPED -> new Enter(DEFERRED);
            case NEW, STARTING, RUNNING, DEFERRED, RESUMING, REMOVING, REMOVED -> new Stay();
        };
    }

    /** A cluster that vanished though nobody asked for it is not ours to forget: its phase stays, and the report is kept for people to see. */
    private static Decision seenGone(Phase phase) {
        return switch (phase) {
            case REMOVING -> new Enter(REMOVED);
            case NEW, STARTING, RUNNING, STOPPING, DEFERRED, STOPPED, RESUMING, REMOVED -> new Stay();
        };
    }
}
