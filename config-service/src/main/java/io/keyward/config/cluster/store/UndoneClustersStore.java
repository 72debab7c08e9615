package io.keyward.config.cluster.store;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.activity.ActivityLog;
import io.keyward.config.activity.entry.ActivityEntry;
import io.keyward.config.activity.entry.EventType;
import io.keyward.config.cluster.key.AdmittedKeysStore;
import io.keyward.config.cluster.plan.Plan;
import io.keyward.config.cluster.plan.PlanRules;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Takes plans back, in the caller's open transaction, which holds the project's lock: with the event, and said in the activity log. */
@ApplicationScoped
class UndoneClustersStore {
    private final AdmittedKeysStore keys;
    private final ClusterEvents events;
    private final ClusterColumns columns;
    private final ActivityLog log;

    UndoneClustersStore(AdmittedKeysStore keys, ClusterEvents events, ClusterColumns columns, ActivityLog log) {
        this.keys = keys;
        this.events = events;
        this.columns = columns;
        this.log = log;
    }

    /**
     * Undoes the plan that the cluster has.
     *
     * @param since since when its nodes were not let in
     */
    Uni<Void> undo(ClusterEntity row, Instant since, Instant now) {
        Plan plan = Objects.requireNonNull(columns.plan(row), "a plan to undo");
        return switch (plan.kind()) {
            case NEW -> takeDown(row, since, now);
            case CHANGE -> goBack(row, Objects.requireNonNull(plan.former()), since, now);
            case REWRAP, RESUME, UNDO ->
                throw new IllegalStateException("only new clusters and changes wait for the customer's KMS");
        };
    }

    private Uni<Void> takeDown(ClusterEntity row, Instant since, Instant now) {
        row.phase = ClusterEntity.DELETING;
        columns.plan(row, null);
        return events.takenDown(row)
                .chain(() -> log.record(entry(
                        row, EventType.CLUSTER_DELETE_SUBMITTED, "is taken down before it ever was up", since, now)));
    }

    /** Only nodes wait to be let in, so only they go back. The cluster is under the project's key of now, if it was under one. */
    private Uni<Void> goBack(ClusterEntity row, ClusterSpec former, Instant since, Instant now) {
        ClusterSpec back = columns.spec(row).withNodesOf(former);
        columns.describe(row, back);
        return currentKey(row)
                .invoke(current -> current.ifPresent(row::wantKey))
                .chain(() -> events.goneBack(row, PlanRules.undone(now)))
                .chain(() -> row.flush())
                .chain(() -> keys.release(row.groupId, ClusterEvents.SELF))
                .chain(() -> log.record(entry(
                        row,
                        EventType.CLUSTER_UPDATE_STARTED_INTERNAL,
                        "goes back to the nodes that it had before its last change",
                        since,
                        now)));
    }

    private Uni<Optional<String>> currentKey(ClusterEntity row) {
        return Cloud.find(row.encryptionProvider)
                .map(provider -> keys.current(row.groupId, provider))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private static ActivityEntry entry(ClusterEntity row, EventType type, String what, Instant since, Instant now) {
        String detail = "The cluster %s %s: the customer's key management service has not let its nodes in since %s."
                .formatted(row.name, what, since);
        return ActivityEntry.ofProject(row.groupId, type, detail, ClusterEvents.SELF, now)
                .withCluster(row.name);
    }
}
