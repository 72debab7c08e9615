package io.keyward.config.cluster.status;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.cluster.enforcement.Seen;
import io.keyward.config.cluster.enforcement.Seen.Phase;
import io.keyward.config.cluster.plan.Plan;
import io.keyward.config.cluster.plan.RollbackRules;
import io.keyward.config.cluster.status.CustomerKey.HeldBack;
import io.keyward.config.cluster.status.CustomerKey.PrivatePath;
import io.keyward.config.cluster.status.CustomerKey.PrivatePathProgress;
import io.keyward.config.cluster.status.CustomerKey.Provisioning;
import io.keyward.config.cluster.status.CustomerKey.Rewrap;
import io.keyward.contracts.EnforcementEvent.StopReason;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a cluster reads. */
public final class StatusRules {
    private static final String MULTI_CLOUD = "MULTI_CLOUD";
    private static final String COMES_BACK = " The cluster starts again by itself once the key can be used;"
            + " paused: false does not start it, and changes wait until then.";
    private static final String COMES_BACK_ON_ONE_CLOUD = " The cluster starts again by itself once it is wanted on one"
            + " cloud alone, or private networking is off; paused: false does not start it.";

    private StatusRules() {}

    /**
     * Reads a cluster.
     *
     * @param found what enforcement knows; null until it took the cluster up
     * @param rollbackAfter how long new nodes wait for the customer's KMS
     */
    public static ClusterStatus of(Intent intent, @Nullable Seen found, KeyPath path, Duration rollbackAfter) {
        Seen seen = found == null ? Seen.nothing(intent.created()) : found;
        boolean underKey = intent.spec().usesCustomerKey() || !path.keys().isEmpty();
        return new ClusterStatus(
                stateName(intent, seen),
                isPaused(intent, seen),
                underKey ? customerKey(intent, seen, path, rollbackAfter) : null);
    }

    private static String stateName(Intent intent, Seen seen) {
        if (intent.deleting()) {
            return "DELETING";
        }
        if (!seen.isUp()) {
            return "CREATING";
        }
        if (intent.paused()) {
            return seen.phase() == Phase.STOPPED ? "IDLE" : "UPDATING";
        }
        return seen.isStoppedByKey() ? "IDLE" : progress(intent.plan());
    }

    private static String progress(@Nullable Plan plan) {
        if (plan == null) {
            return "IDLE";
        }
        return switch (plan.kind()) {
            case NEW -> "CREATING";
            case CHANGE, REWRAP, RESUME, UNDO -> "UPDATING";
        };
    }

    /** A cluster that its key lets go again reads as paused until it runs; one with something to be done says so instead. */
    private static boolean isPaused(Intent intent, Seen seen) {
        return intent.paused() || seen.isStoppedByKey() || (seen.phase() == Phase.RESUMING && intent.plan() == null);
    }

    private static CustomerKey customerKey(Intent intent, Seen seen, KeyPath path, Duration rollbackAfter) {
        Optional<StopReason> reason = seen.keyReason();
        boolean waits = seen.isStoppedByKey() && intent.plan() != null;
        Optional<List<PrivatePath>> paths = path.endpoints()
                .map(endpoints -> PrivatePathRules.paths(intent.spec().places(), endpoints, seen.privatePaths()));
        Optional<PrivatePathProgress> progress = paths.map(PrivatePathRules::progress);
        return new CustomerKey(
                seen.phase().name(),
                seen.since(),
                reason.map(StopReason::key).orElse(path.key()),
                reason.map(StopReason::reason).orElse(null),
                reason.map(found -> explanation(seen, found)).orElse(null),
                progress.map(PrivatePathProgress::isDone).orElse(false),
                paths.orElse(null),
                progress.orElse(null),
                regions(seen.reasons()),
                waits ? Boolean.TRUE : null,
                RollbackRules.waiting(
                                intent.plan(), seen.refusedHere(), seen.mayRun(), seen.seenRunning(), rollbackAfter)
                        .map(waiting -> new Provisioning(waiting.since(), waiting.rollsBackAt()))
                        .orElse(null),
                rewrap(intent, seen, path.keys()),
                seen.heldBack().stream().map(StatusRules::heldBack).toList());
    }

    private static String explanation(Seen seen, StopReason reason) {
        if (!seen.isStoppedByKey()) {
            return reason.explanation();
        }
        return reason.explanation() + (reason.kind().equals(MULTI_CLOUD) ? COMES_BACK_ON_ONE_CLOUD : COMES_BACK);
    }

    private static @Nullable Rewrap rewrap(Intent intent, Seen seen, List<String> keys) {
        if (keys.size() < 2 || !intent.spec().usesCustomerKey()) {
            return null;
        }
        int done = seen.rewrap() == null ? 0 : seen.rewrap().nodesDone();
        int total =
                seen.rewrap() == null ? intent.spec().nodes() : seen.rewrap().nodesTotal();
        return new Rewrap(keys.get(1), done, total, keys.getFirst());
    }

    private static HeldBack heldBack(StopReason reason) {
        return new HeldBack(reason.key(), region(reason.region()), reason.reason(), reason.explanation());
    }

    private static List<String> regions(List<StopReason> reasons) {
        return reasons.stream()
                .map(reason -> region(reason.region()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable String region(@Nullable String name) {
        return name == null ? null : Cloud.regionName(name);
    }
}
