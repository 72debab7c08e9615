package io.keyward.config.cluster.store;

import io.keyward.config.activity.Journal;
import io.keyward.config.backup.cluster.ClusterBackups;
import io.keyward.config.cluster.plan.Plan;
import io.keyward.config.cluster.plan.PlanRules;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterCreated;
import io.keyward.contracts.ClusterEvent.ClusterDeleted;
import io.keyward.contracts.ClusterEvent.ClusterDeletionRequested;
import io.keyward.contracts.ClusterEvent.ClusterUpdated;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tells, in the caller's open transaction, what became of a cluster, and its backups. Raises the row's revision. */
@ApplicationScoped
class ClusterEvents {
    static final Actor SELF = Actor.system("config-service");

    private final Journal journal;
    private final ClusterBackups backups;
    private final Revisions revisions;
    private final ClusterColumns columns;
    private final Clock clock;

    ClusterEvents(Journal journal, ClusterBackups backups, Revisions revisions, ClusterColumns columns, Clock clock) {
        this.journal = journal;
        this.backups = backups;
        this.revisions = revisions;
        this.columns = columns;
        this.clock = clock;
    }

    /** A new cluster is wanted: its first plan. */
    Uni<Void> created(ClusterEntity row, Actor actor) {
        Instant at = next(row);
        ask(row, PlanRules.created(at));
        return journal.append(
                Topics.CLUSTERS,
                new ClusterCreated(
                        row.id,
                        row.revision,
                        at,
                        actor,
                        row.groupId,
                        row.name,
                        row.encryptionProvider,
                        regions(row),
                        row.keyIds(),
                        row.paused));
    }

    /** Something else is wanted, and nothing is asked of the driver that would have to be waited for. */
    Uni<Void> updated(ClusterEntity row, Actor actor) {
        return journal.append(Topics.CLUSTERS, update(row, next(row), actor));
    }

    /** Something else is wanted, and this is the plan until the driver has carried it out. */
    Uni<Void> asked(ClusterEntity row, Plan plan, Actor actor) {
        Instant at = next(row);
        ask(row, plan);
        return journal.append(Topics.CLUSTERS, update(row, at, actor)).chain(() -> keysChanged(row));
    }

    /** What was asked is done, and with it keys or regions are left: no change of anybody's. */
    Uni<Void> settled(ClusterEntity row) {
        return journal.publish(Topics.CLUSTERS, update(row, next(row), SELF)).chain(() -> keysChanged(row));
    }

    /** The cluster is to go, by a person's wish. */
    Uni<Void> deletionRequested(ClusterEntity row, Actor actor) {
        return journal.append(Topics.CLUSTERS, deletion(row, next(row), actor))
                .chain(() -> backups.leaving(row.id, row.retainBackups));
    }

    /** The cluster is to go because its plan is undone, which is in the log by itself. */
    Uni<Void> takenDown(ClusterEntity row) {
        return journal.publish(Topics.CLUSTERS, deletion(row, next(row), SELF))
                .chain(() -> backups.leaving(row.id, row.retainBackups));
    }

    /** The cluster is wanted as it was because its plan is undone, which is in the log by itself. */
    Uni<Void> goneBack(ClusterEntity row, Plan plan) {
        Instant at = next(row);
        ask(row, plan);
        return journal.publish(Topics.CLUSTERS, update(row, at, SELF)).chain(() -> keysChanged(row));
    }

    Uni<Void> deleted(ClusterEntity row, Actor actor) {
        Instant at = next(row);
        return journal.append(
                        Topics.CLUSTERS, new ClusterDeleted(row.id, row.revision, at, actor, row.groupId, row.name))
                .chain(() -> backups.gone(row.groupId, row.id, actor));
    }

    /** Tells of it as it is: the database was restored, and others may know something else. What is not carried out yet is asked for anew. */
    Uni<Void> restated(ClusterEntity row) {
        Instant at = next(row);
        if (row.plan != null) {
            row.askedRevision = row.revision;
        }
        return journal.publish(
                Topics.CLUSTERS,
                switch (row.phase) {
                    case ClusterEntity.DELETED ->
                        new ClusterDeleted(row.id, row.revision, at, SELF, row.groupId, row.name);
                    case ClusterEntity.DELETING -> deletion(row, at, SELF);
                    default -> update(row, at, SELF);
                });
    }

    /** Where the cluster has nodes or is to have some, as the providers spell it; each region once. */
    List<CloudRegion> regions(ClusterEntity row) {
        return columns.places(row).stream()
                .map(place -> new CloudRegion(place.cloud().name(), place.cloudName()))
                .distinct()
                .toList();
    }

    private ClusterUpdated update(ClusterEntity row, Instant at, Actor actor) {
        return new ClusterUpdated(
                row.id,
                row.revision,
                at,
                actor,
                row.groupId,
                row.name,
                row.encryptionProvider,
                regions(row),
                row.keyIds(),
                row.paused);
    }

    private Uni<Void> keysChanged(ClusterEntity row) {
        return backups.keysChanged(row.groupId, row.id, row.keyIds());
    }

    /** When what is told now happened. */
    Instant now() {
        return clock.instant();
    }

    private ClusterDeletionRequested deletion(ClusterEntity row, Instant at, Actor actor) {
        return new ClusterDeletionRequested(
                row.id,
                row.revision,
                at,
                actor,
                row.groupId,
                row.name,
                row.encryptionProvider,
                regions(row),
                row.keyIds(),
                row.paused);
    }

    private void ask(ClusterEntity row, Plan plan) {
        columns.plan(row, plan);
        row.askedRevision = row.revision;
    }

    private Instant next(ClusterEntity row) {
        row.revision = revisions.next(row.revision);
        return clock.instant();
    }
}
