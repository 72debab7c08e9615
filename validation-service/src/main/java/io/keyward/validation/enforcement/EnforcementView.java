package io.keyward.validation.enforcement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.validation.enforcement.plan.Observed;
import io.keyward.validation.enforcement.plan.StopReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as drivers see it.
 *
 * @param requestRevision what a report has to name
 * @param phase where the cluster is between what is asked and what was seen
 * @param reasons why it may not run; empty when it may
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
        long requestRevision) {

    static EnforcementView of(ClusterEntity cluster, Set<StopReason> reasons) {
        return new EnforcementView(
                cluster.id,
                cluster.name,
                cluster.groupId,
                LastReport.of(cluster),
                cluster.phase.name(),
                cluster.phaseSince,
                List.copyOf(reasons),
                cluster.requestRevision);
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
