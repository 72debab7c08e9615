package io.keyward.validation.enforcement;

import io.keyward.contracts.Actor;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.validation.enforcement.plan.StopReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Clusters as {@code keyward.enforcement} tells of them. */
final class EnforcementEvents {
    private EnforcementEvents() {}

    /** The event that announces the phase which {@code cluster} is in now. */
    static EnforcementEvent of(ClusterEntity cluster, ClusterColumns columns, Actor actor, Instant at) {
        var id = cluster.id;
        var revision = cluster.revision;
        var what = enforcement(cluster, columns);
        return switch (cluster.phase) {
            case STARTING -> new EnforcementEvent.StartRequested(id, revision, at, actor, what);
            case RUNNING -> new EnforcementEvent.Running(id, revision, at, actor, what);
            case STOPPING -> new EnforcementEvent.StopRequested(id, revision, at, actor, what);
            case DEFERRED -> new EnforcementEvent.StopDeferred(id, revision, at, actor, what);
            case STOPPED -> new EnforcementEvent.Stopped(id, revision, at, actor, what);
            case RESUMING -> new EnforcementEvent.ResumeRequested(id, revision, at, actor, what);
            case REMOVING -> new EnforcementEvent.RemovalRequested(id, revision, at, actor, what);
            case REMOVED -> new EnforcementEvent.Removed(id, revision, at, actor, what);
            case NEW -> throw new IllegalStateException("cluster " + id + " has nothing to announce yet");
        };
    }

    private static Enforcement enforcement(ClusterEntity cluster, ClusterColumns columns) {
        var seen = columns.sighting(cluster);
        return new Enforcement(
                cluster.groupId,
                cluster.name,
                cluster.requestRevision,
                cluster.phaseSince,
                reasons(columns.reasons(cluster)),
                seen.appliedRevision(),
                seen.nodesReachKms(),
                seen.nodesRefusedSince(),
                seen.rewrap(),
                seen.addresses(),
                reasons(columns.heldBack(cluster)),
                columns.privatePaths(cluster));
    }

    private static List<EnforcementEvent.StopReason> reasons(Set<StopReason> reasons) {
        return reasons.stream().map(EnforcementEvents::reason).toList();
    }

    private static EnforcementEvent.StopReason reason(StopReason reason) {
        return new EnforcementEvent.StopReason(
                reason.kind().name(),
                reason.keyUseId(),
                reason.key(),
                reason.region(),
                reason.reason(),
                reason.explanation(),
                reason.since());
    }
}
