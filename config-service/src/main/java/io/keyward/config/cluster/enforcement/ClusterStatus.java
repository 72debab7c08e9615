package io.keyward.config.cluster.enforcement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.config.cluster.spec.ClusterSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a cluster reads from outside.
 *
 * @param stateName {@code CREATING}, {@code IDLE} or {@code DELETING}
 * @param paused only once it was seen stopped: a stop that is merely asked for is never shown as done
 * @param customerKey present if and only if the cluster uses a customer key
 */
public record ClusterStatus(
        String stateName, boolean paused, @Nullable CustomerKey customerKey) {

    /**
     * What the cluster's key does to it.
     *
     * @param state {@code STARTING}, {@code RUNNING}, {@code STOP_REQUESTED}, {@code DEFERRED}, {@code STOPPED} or {@code RESUMING}
     * @param since since when it is in that state
     * @param key full name of the key
     * @param reason why it is stopped or stopping, for example {@code KEY_DISABLED}; in several regions, why in the first
     * @param explanation the same in words
     * @param privatePath whether its nodes reach the key over private endpoints, in all its regions
     * @param regions in which the key stops it, as the API spells them; left out while there is none
     */
    public record CustomerKey(
            String state,
            Instant since,
            @Nullable String key,
            @Nullable String reason,
            @Nullable String explanation,
            boolean privatePath,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> regions) {}

    /** What was last said about the cluster on {@code keyward.enforcement}. */
    public enum Enforced {
        STARTING,
        RUNNING,
        STOP_REQUESTED,
        DEFERRED,
        STOPPED,
        RESUMING,
        REMOVING,
        REMOVED
    }

    /**
     * What enforcement knows.
     *
     * @param seenRunning whether it was ever seen running
     * @param key key of the first reason to be stopped
     * @param regions of all reasons
     */
    public record Seen(
            Enforced phase,
            boolean seenRunning,
            Instant since,
            @Nullable String key,
            @Nullable String reason,
            @Nullable String explanation,
            List<String> regions) {}

    /**
     * What the project's key and endpoints are to the cluster.
     *
     * @param key full name of the project's key; absent when it has none
     * @param privatePath whether all regions of the cluster have an ACTIVE endpoint
     */
    public record KeyPath(@Nullable String key, boolean privatePath) {}

    /**
     * Reads a cluster.
     *
     * @param seen what enforcement knows; absent until it took the cluster up
     */
    public static ClusterStatus of(
            boolean deleting, Instant created, ClusterSpec spec, @Nullable Seen seen, KeyPath path) {
        Seen known = seen == null ? new Seen(Enforced.STARTING, false, created, null, null, null, List.of()) : seen;
        CustomerKey key = spec.usesCustomerKey() ? customerKey(known, path) : null;
        boolean stopped = known.phase() == Enforced.STOPPED || known.phase() == Enforced.RESUMING;
        if (deleting) {
            return new ClusterStatus("DELETING", stopped, key);
        }
        return new ClusterStatus(isUp(known) ? "IDLE" : "CREATING", stopped, key);
    }

    private static boolean isUp(Seen seen) {
        return switch (seen.phase()) {
            case STARTING -> false;
            case STOP_REQUESTED, DEFERRED, REMOVING -> seen.seenRunning();
            case RUNNING, STOPPED, RESUMING, REMOVED -> true;
        };
    }

    private static CustomerKey customerKey(Seen seen, KeyPath path) {
        return new CustomerKey(
                seen.phase().name(),
                seen.since(),
                seen.key() == null ? path.key() : seen.key(),
                seen.reason(),
                seen.explanation(),
                path.privatePath(),
                seen.regions());
    }
}
