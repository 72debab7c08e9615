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
import java.util.List;
import java.util.function.Consumer;

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
            case ClusterCreated created ->
                write(
                        created,
                        created.groupId(),
                        row -> describe(
                                row, true, created.name(), created.encryptionAtRestProvider(), created.regions()));
            case ClusterUpdated updated ->
                write(
                        updated,
                        updated.groupId(),
                        row -> describe(
                                row, true, updated.name(), updated.encryptionAtRestProvider(), updated.regions()));
            case ClusterDeletionRequested requested ->
                write(
                        requested,
                        requested.groupId(),
                        row -> describe(
                                row,
                                false,
                                requested.name(),
                                requested.encryptionAtRestProvider(),
                                requested.regions()));
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
        change.accept(row);
        row.clusterRevision = revision;
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush))
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
        describe(row, true, "", "NONE", List.of());
        return row;
    }

    private void describe(
            ClusterEntity row, boolean wanted, String name, String keyProvider, List<CloudRegion> regions) {
        row.wanted = wanted;
        row.name = name;
        row.keyProvider = keyProvider;
        row.regions = columns.write(regions);
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
}
