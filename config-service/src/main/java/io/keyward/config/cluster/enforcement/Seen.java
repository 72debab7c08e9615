package io.keyward.config.cluster.enforcement;

import io.keyward.contracts.EnforcementEvent.Addresses;
import io.keyward.contracts.EnforcementEvent.PrivatePath;
import io.keyward.contracts.EnforcementEvent.Rewrap;
import io.keyward.contracts.EnforcementEvent.StopReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What enforcement knows of a cluster.
 *
 * @param seenRunning whether it was ever seen running
 * @param since since when it is in that phase
 * @param reasons why it is stopped or stopping
 * @param heldBack why it would be, but for observe mode or the freeze
 * @param refusedSince since when nodes are not let in by the customer's KMS; null when all are
 * @param rewrap how far a change of key is; null when none is under way
 * @param addresses null when its driver never said
 * @param privatePaths the private endpoints that its nodes are to take, by region, and those that they were seen to take
 */
public record Seen(
        Phase phase,
        boolean seenRunning,
        Instant since,
        List<StopReason> reasons,
        List<StopReason> heldBack,
        @Nullable Instant refusedSince,
        @Nullable Rewrap rewrap,
        @Nullable Addresses addresses,
        List<PrivatePath> privatePaths) {
    private static final String HAND = "HAND";

    /** What was last said about the cluster on {@code keyward.enforcement}. */
    public enum Phase {
        STARTING,
        RUNNING,
        STOP_REQUESTED,
        DEFERRED,
        STOPPED,
        RESUMING,
        REMOVING,
        REMOVED
    }

    /** Of a cluster that enforcement did not take up yet. */
    public static Seen nothing(Instant created) {
        return new Seen(Phase.STARTING, false, created, List.of(), List.of(), null, null, null, List.of());
    }

    /** Whether it is or was up, so that what is asked of it is a change. */
    public boolean isUp() {
        return switch (phase) {
            case STARTING -> false;
            case STOP_REQUESTED, DEFERRED, REMOVING -> seenRunning;
            case RUNNING, STOPPED, RESUMING, REMOVED -> true;
        };
    }

    /** Whether it may have nodes that run: nothing holds it, and nobody takes it down. */
    public boolean mayRun() {
        return phase == Phase.STARTING || phase == Phase.RUNNING;
    }

    /** Since when nodes are not let in while the cluster is in this phase: the time that it was stopped does not count. Null when all are let in. */
    public @Nullable Instant refusedHere() {
        return refusedSince == null || refusedSince.isAfter(since) ? refusedSince : since;
    }

    /** Whether it was seen stopped for more than because a person paused it. */
    public boolean isStoppedByKey() {
        return phase == Phase.STOPPED
                && (reasons.isEmpty() || reasons.stream().anyMatch(Predicate.not(Seen::isByHand)));
    }

    /** The first reason that is a key. */
    public Optional<StopReason> keyReason() {
        return reasons.stream().filter(Predicate.not(Seen::isByHand)).findFirst();
    }

    private static boolean isByHand(StopReason reason) {
        return reason.kind().equals(HAND);
    }
}
