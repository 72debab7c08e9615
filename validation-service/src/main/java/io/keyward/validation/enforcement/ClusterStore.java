package io.keyward.validation.enforcement;

import io.keyward.contracts.ClusterEvent;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterCreated;
import io.keyward.contracts.ClusterEvent.ClusterDeleted;
import io.keyward.contracts.ClusterEvent.ClusterDeletionRequested;
import io.keyward.contracts.ClusterEvent.ClusterUpdated;
import io.keyward.validation.enforcement.plan.Phase;
import io.keyward.validation.keyuse.KeyUseStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes in which clusters are wanted, and asks of their drivers what follows, in one transaction. Events that come late or twice change nothing; a
 * deletion that overtakes its creation is enough to know the cluster by.
 */
@ApplicationScoped
class ClusterStore {
    private final KeyUseStore keyUses;
    private final EnforcementStore enforcement;
    private final ClusterColumns columns;
    private final Clock clock;

    ClusterStore(KeyUseStore keyUses, EnforcementStore enforcement, ClusterColumns columns, Clock clock) {
        this.keyUses = keyUses;
        this.enforcement = enforcement;
        this.columns = columns;
        this.clock = clock;
    }

    Uni<Void> project(ClusterEvent event) {
        return switch (event) {
            case ClusterCreated created -> write(created, created.groupId(), row -> describe(row, Wish.of(created)));
            case ClusterUpdated updated -> write(updated, updated.groupId(), row -> describe(row, Wish.of(updated)));
            case ClusterDeletionRequested requested ->
                write(requested, requested.groupId(), row -> describe(row, Wish.of(requested)));
            case ClusterDeleted deleted -> write(deleted, deleted.groupId(), row -> bury(row, deleted.name()));
            case ClusterEvent.Unrecognized ignored -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> write(ClusterEvent event, String groupId, Consumer<ClusterEntity> change) {
        return Panache.withTransaction(() -> keyUses.lockProject(groupId)
                .chain(() -> findOrCreate(event.clusterId(), groupId))
                .chain(row -> row.clusterRevision < event.revision()
                        ? writeTo(row, event.revision(), change)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> writeTo(ClusterEntity row, long revision, Consumer<ClusterEntity> change) {
        boolean wasGone = row.phase == Phase.REMOVED;
        change.accept(row);
        row.clusterRevision = revision;
        boolean isGone = row.phase == Phase.REMOVED && !wasGone;
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush))
                .chain(() ->
                        isGone ? enforcement.tellOfEnd(row) : Uni.createFrom().voidItem())
                .chain(() -> enforcement.replan(row.groupId));
    }

    private Uni<ClusterEntity> findOrCreate(String clusterId, String groupId) {
        return Panache.getSession()
                .chain(session -> session.find(ClusterEntity.class, clusterId))
                .onItem()
                .ifNull()
                .continueWith(() -> create(clusterId, groupId));
    }

    private ClusterEntity create(String clusterId, String groupId) {
        var row = new ClusterEntity();
        row.id = clusterId;
        row.groupId = groupId;
        row.phaseSince = clock.instant();
        describe(row, Wish.NOTHING);
        return row;
    }

    private void describe(ClusterEntity row, Wish wish) {
        row.wanted = wish.wanted();
        row.name = wish.name();
        row.keyProvider = wish.keyProvider();
        row.regions = columns.write(wish.regions());
        row.keyIds = columns.write(wish.keyIds());
        if (wish.pausedSince() == null) {
            row.pausedSince = null;
            row.pausedBy = null;
        } else if (row.pausedSince == null) {
            row.pausedSince = wish.pausedSince();
            row.pausedBy = wish.by();
        }
    }

    /** Its owner saw it gone: there is nothing left to ask of a driver, whatever was under way. */
    private void bury(ClusterEntity row, String name) {
        row.wanted = false;
        row.name = name;
        if (row.phase != Phase.REMOVED) {
            row.phase = Phase.REMOVED;
            row.phaseSince = clock.instant();
        }
    }

    /**
     * What the tenant wants, whichever event says so.
     *
     * @param pausedSince when the event was caused, if it says that the cluster is paused; null if it does not
     * @param by who caused the event
     */
    private record Wish(
            boolean wanted,
            String name,
            String keyProvider,
            List<CloudRegion> regions,
            List<String> keyIds,
            @Nullable Instant pausedSince,
            @Nullable String by) {
        private static final Wish NOTHING = new Wish(true, "", "NONE", List.of(), List.of(), null, null);

        static Wish of(ClusterCreated event) {
            return new Wish(
                    true,
                    event.name(),
                    event.encryptionAtRestProvider(),
                    event.regions(),
                    event.keyIds(),
                    event.paused() ? event.occurredAt() : null,
                    event.actor().name());
        }

        static Wish of(ClusterUpdated event) {
            return new Wish(
                    true,
                    event.name(),
                    event.encryptionAtRestProvider(),
                    event.regions(),
                    event.keyIds(),
                    event.paused() ? event.occurredAt() : null,
                    event.actor().name());
        }

        static Wish of(ClusterDeletionRequested event) {
            return new Wish(
                    false,
                    event.name(),
                    event.encryptionAtRestProvider(),
                    event.regions(),
                    event.keyIds(),
                    event.paused() ? event.occurredAt() : null,
                    event.actor().name());
        }
    }
}
