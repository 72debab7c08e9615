package io.keyward.config.cluster.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster's key does to it, as it is answered.
 *
 * @param state {@code STARTING}, {@code RUNNING}, {@code STOP_REQUESTED}, {@code DEFERRED}, {@code STOPPED} or {@code RESUMING}
 * @param since since when it is in that state
 * @param key full name of the key
 * @param reason why it is stopped or stopping, for example {@code KEY_DISABLED}; in several regions, why in the first
 * @param explanation the same in words, and for a stopped cluster how it comes to run again
 * @param privatePath whether its nodes were seen to reach the key over private endpoints, in all its regions
 * @param privatePaths the way that each of its regions takes; left out while the project does not require private networking
 * @param privatePathProgress the same in numbers
 * @param regions in which the key stops it, as the API spells them; left out while there is none
 * @param changesPending whether changes wait until it runs again; left out while none do
 * @param provisioning left out unless nodes wait for the customer's KMS to let them in
 * @param rewrap left out unless it moves from one key to another
 * @param wouldStop why it would be stopped but for observe mode or the freeze; left out while there is no reason
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CustomerKey(
        String state,
        Instant since,
        @Nullable String key,
        @Nullable String reason,
        @Nullable String explanation,
        boolean privatePath,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PrivatePath> privatePaths,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PrivatePathProgress privatePathProgress,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> regions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean changesPending,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Provisioning provisioning,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Rewrap rewrap,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HeldBack> wouldStop) {

    /**
     * The way that the nodes of one region take to the key.
     *
     * @param endpointId the private endpoint that they are to take, or took; null while there is none that is ACTIVE
     * @param regionName as the API spells it
     * @param since since when it is so: since the endpoint is ACTIVE, since they were seen to take it, or since their last one was lost; null where
     *     there was none
     * @param status {@code NOT_COVERED}, {@code MOVING} or {@code MOVED}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record PrivatePath(
            @Nullable String endpointId,
            String regionName,
            @Nullable Instant since,
            String status) {}

    /** Regions whose nodes reach the key over a private endpoint, out of all regions of the cluster. */
    public record PrivatePathProgress(int regionsMoved, int regionsTotal) {

        boolean isDone() {
            return regionsMoved == regionsTotal;
        }
    }

    /**
     * A plan whose nodes the customer's KMS does not let in.
     *
     * @param rollsBackAt when it is undone
     */
    public record Provisioning(Instant since, Instant rollsBackAt) {}

    /** A change of key, in nodes. Keys are told by their full names. */
    public record Rewrap(String fromKey, int nodesDone, int nodesTotal, String toKey) {}

    /**
     * A reason that stops nothing for now.
     *
     * @param region as the API spells it
     */
    public record HeldBack(@Nullable String key, @Nullable String region, String reason, String explanation) {}
}
