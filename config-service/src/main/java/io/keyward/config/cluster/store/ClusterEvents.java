package io.keyward.config.cluster.store;

import io.keyward.config.activity.Journal;
import io.keyward.config.backup.cluster.ClusterBackups;
import io.keyward.config.cluster.spec.ClusterSpec;
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
    private final Journal journal;
    private final ClusterBackups backups;
    private final Revisions revisions;
    private final ClusterJson json;
    private final Clock clock;

    ClusterEvents(Journal journal, ClusterBackups backups, Revisions revisions, ClusterJson json, Clock clock) {
        this.journal = journal;
        this.backups = backups;
        this.revisions = revisions;
        this.json = json;
        this.clock = clock;
    }

    Uni<Void> created(ClusterEntity row, Actor actor) {
        Instant at = next(row);
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
                        false));
    }

    Uni<Void> updated(ClusterEntity row, Actor actor) {
        Instant at = next(row);
        return journal.append(
                        Topics.CLUSTERS,
                        new ClusterUpdated(
                                row.id,
                                row.revision,
                                at,
                                actor,
                                row.groupId,
                                row.name,
                                row.encryptionProvider,
                                regions(row),
                                row.keyIds(),
                                false))
                .chain(() -> backups.keysChanged(row.groupId, row.id, row.keyIds()));
    }

    /** @param retainBackups whether its snapshots stay when it goes */
    Uni<Void> deletionRequested(ClusterEntity row, boolean retainBackups, Actor actor) {
        Instant at = next(row);
        return journal.append(
                        Topics.CLUSTERS,
                        new ClusterDeletionRequested(
                                row.id,
                                row.revision,
                                at,
                                actor,
                                row.groupId,
                                row.name,
                                row.encryptionProvider,
                                regions(row),
                                row.keyIds(),
                                false))
                .chain(() -> backups.leaving(row.id, retainBackups));
    }

    Uni<Void> deleted(ClusterEntity row, Actor actor) {
        Instant at = next(row);
        return journal.append(
                        Topics.CLUSTERS, new ClusterDeleted(row.id, row.revision, at, actor, row.groupId, row.name))
                .chain(() -> backups.gone(row.groupId, row.id, actor));
    }

    private Instant next(ClusterEntity row) {
        row.revision = revisions.next(row.revision);
        return clock.instant();
    }

    private List<CloudRegion> regions(ClusterEntity row) {
        return regions(json.spec(row.spec));
    }

    /** Where the nodes of a cluster run, as the providers spell it; each region once. */
    static List<CloudRegion> regions(ClusterSpec spec) {
        return spec.places().stream()
                .map(place -> new CloudRegion(place.cloud().name(), place.cloudName()))
                .distinct()
                .toList();
    }
}
