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
 * @param privatePath whether its nodes reach the key over private endpoints, in all its regions
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> regions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean changesPending,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Provisioning provisioning,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Rewrap rewrap,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HeldBack> wouldStop) {

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
