package io.keyward.config.activity.entry;

import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.StopReason;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the log says of clusters: what was wanted of them, and what was seen of them. */
final class ClusterEntryRules {
    private static final Set<String> NOBODY = Set.of(Actor.SYSTEM, Actor.DRIVER);

    private ClusterEntryRules() {}

    static List<Finding> wanted(ClusterEvent event) {
        return switch (event) {
            case ClusterEvent.ClusterCreated e ->
                asked(
                        e,
                        e.groupId(),
                        e.name(),
                        EventType.CLUSTER_CREATED,
                        "was asked for, " + shape(e.encryptionAtRestProvider(), e.regions()));
            case ClusterEvent.ClusterUpdated e ->
                asked(
                        e,
                        e.groupId(),
                        e.name(),
                        NOBODY.contains(e.actor().type())
                                ? EventType.CLUSTER_UPDATE_STARTED_INTERNAL
                                : EventType.CLUSTER_UPDATE_SUBMITTED,
                        (e.paused() ? "is wanted paused, " : "is wanted ")
                                + shape(e.encryptionAtRestProvider(), e.regions()));
            case ClusterEvent.ClusterDeletionRequested e ->
                asked(e, e.groupId(), e.name(), EventType.CLUSTER_DELETE_SUBMITTED, "is to be deleted");
            case ClusterEvent.ClusterDeleted e -> asked(e, e.groupId(), e.name(), EventType.CLUSTER_DELETED, "is gone");
            case ClusterEvent.Unrecognized e -> List.of();
        };
    }

    private static List<Finding> asked(ClusterEvent event, String groupId, String name, EventType type, String what) {
        return Finding.once(ActivityEntry.ofProject(
                        groupId, type, "The cluster %s %s.".formatted(name, what), event.actor(), event.occurredAt())
                .withCluster(name));
    }

    /** A phase that is told again, because something else of the cluster changed, keeps its {@code since}: it is one occurrence. */
    static List<Finding> seen(EnforcementEvent event) {
        return switch (event) {
            case EnforcementEvent.Running e -> running(e);
            case EnforcementEvent.StopRequested e ->
                isByHand(e) ? List.of() : phase(e, EventType.CLUSTER_STOP_SUBMITTED, "must stop" + why(e));
            case EnforcementEvent.StopDeferred e ->
                phase(e, EventType.CLUSTER_STOP_DEFERRED, "cannot be stopped yet" + why(e));
            case EnforcementEvent.Stopped e ->
                phase(
                        e,
                        isByHand(e) ? EventType.CLUSTER_PAUSED : EventType.CLUSTER_AUTOMATICALLY_PAUSED,
                        "was seen stopped" + why(e));
            case EnforcementEvent.ResumeRequested e ->
                phase(e, EventType.CLUSTER_RESUME_SUBMITTED, "is started again: nothing holds it any more");
            // What was asked for is logged with the change that asks for it.
            case EnforcementEvent.StartRequested e -> List.of();
            case EnforcementEvent.RemovalRequested e -> List.of();
            case EnforcementEvent.Removed e -> List.of();
            case EnforcementEvent.Unrecognized e -> List.of();
        };
    }

    /** The first time a cluster runs it is ready, as it was first asked for; later it was resumed, or something else of it is done. */
    private static List<Finding> running(EnforcementEvent.Running event) {
        String ready = occurrence(event, "ready");
        String running = occurrence(event, "running " + event.enforcement().since());
        String applied = occurrence(event, "applied " + event.enforcement().appliedRevision());
        Finding resumed = finding(event, EventType.CLUSTER_RESUMED, "was seen running again", running);
        return event.enforcement().appliedRevision() == null
                ? List.of(finding(event, EventType.CLUSTER_READY, "was seen running", ready, running), resumed)
                : List.of(
                        finding(event, EventType.CLUSTER_READY, "was seen running", ready, running, applied),
                        resumed,
                        finding(event, EventType.CLUSTER_UPDATE_COMPLETED, "is as it is wanted", applied));
    }

    private static Finding finding(EnforcementEvent event, EventType type, String what, String... occurrences) {
        return new Finding(entry(event, type, what), List.of(occurrences));
    }

    private static List<Finding> phase(EnforcementEvent event, EventType type, String what) {
        String since = type.name() + " " + event.enforcement().since();
        return List.of(finding(event, type, what, occurrence(event, since)));
    }

    private static String occurrence(EnforcementEvent event, String what) {
        return "cluster " + event.clusterId() + " " + what;
    }

    private static ActivityEntry entry(EnforcementEvent event, EventType type, String what) {
        String name = event.enforcement().clusterName();
        return ActivityEntry.ofProject(
                        event.enforcement().groupId(),
                        type,
                        "The cluster %s %s.".formatted(name, what),
                        event.actor(),
                        event.occurredAt())
                .withCluster(name);
    }

    private static boolean isByHand(EnforcementEvent event) {
        List<StopReason> reasons = event.enforcement().reasons();
        return !reasons.isEmpty()
                && reasons.stream().allMatch(reason -> reason.kind().equals("HAND"));
    }

    private static String why(EnforcementEvent event) {
        return event.enforcement().reasons().stream()
                .map(reason -> reason.key() == null
                        ? reason.reason()
                        : "%s (key %s in %s)".formatted(reason.reason(), reason.key(), reason.region()))
                .distinct()
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), reasons -> reasons.isEmpty() ? "" : ": " + reasons));
    }

    private static String shape(String provider, List<CloudRegion> regions) {
        String key = provider.equals("NONE") ? "without a customer key" : "under the project's key at " + provider;
        return key + regions.stream().map(CloudRegion::region).collect(Collectors.joining(", ", ", in ", ""));
    }
}
