package io.keyward.validation.enforcement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.contracts.EnforcementEvent.Addresses;
import io.keyward.contracts.EnforcementEvent.PrivatePath;
import io.keyward.contracts.EnforcementEvent.Rewrap;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.enforcement.plan.StopReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as drivers see it.
 *
 * @param requestRevision what a report has to name
 * @param clusterRevision the last revision of {@code keyward.clusters} that is known here; what runs is all of it once {@code appliedRevision} is as high
 * @param keyIds the project keys that it is under, the wanted one first
 * @param paused whether a person paused it
 * @param phase where the cluster is between what is asked and what was seen
 * @param reasons why it may not run; empty when it may
 * @param heldBack reasons that would stop it but for observe mode or the freeze
 * @param appliedRevision what its driver has carried out whole; absent before the first
 * @param nodesReachKms whether all nodes are let in by the customer's KMS; absent when that was never said
 * @param nodesRefusedSince since when they are not
 * @param rewrap how far a change of key is; absent when none is under way
 * @param addresses absent when they were never said
 * @param privatePaths the way to the KMS that its nodes are to take, one for each of its regions that has a private endpoint to use
 * @param lastReport the last report that counted; absent when there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnforcementView(
        String clusterId,
        String clusterName,
        String groupId,
        @Nullable LastReport lastReport,
        String phase,
        Instant since,
        List<StopReason> reasons,
        List<StopReason> heldBack,
        long requestRevision,
        long clusterRevision,
        List<String> keyIds,
        boolean paused,
        @Nullable Long appliedRevision,
        @Nullable Boolean nodesReachKms,
        @Nullable Instant nodesRefusedSince,
        @Nullable Rewrap rewrap,
        @Nullable Addresses addresses,
        List<PrivatePath> privatePaths) {

    static EnforcementView of(ClusterEntity cluster, ClusterColumns columns) {
        var seen = columns.sighting(cluster);
        return new EnforcementView(
                cluster.id,
                cluster.name,
                cluster.groupId,
                LastReport.of(cluster),
                cluster.phase.name(),
                cluster.phaseSince,
                List.copyOf(columns.reasons(cluster)),
                List.copyOf(columns.heldBack(cluster)),
                cluster.requestRevision,
                cluster.clusterRevision,
                columns.keyIds(cluster),
                cluster.pausedSince != null,
                seen.appliedRevision(),
                seen.nodesReachKms(),
                seen.nodesRefusedSince(),
                seen.rewrap(),
                seen.addresses(),
                columns.privatePaths(cluster));
    }

    /** What a driver said last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LastReport(@Nullable String message, Instant observedAt, long requestRevision, Observed state) {

        static @Nullable LastReport of(ClusterEntity cluster) {
            var state = cluster.observedState;
            var at = cluster.observedAt;
            var revision = cluster.observedRevision;
            return state == null || at == null || revision == null
                    ? null
                    : new LastReport(cluster.observedMessage, at, revision, state);
        }
    }

    /**
     * How a report was taken.
     *
     * @param outcome {@code ACCEPTED}, or {@code IGNORED_OLDER} or {@code IGNORED_UNKNOWN}, which changed nothing
     * @param explanation for people
     * @param cluster what is asked and was seen of the cluster now
     */
    public record Reply(EnforcementView cluster, String explanation, String outcome) {}
}
