package io.keyward.config.cluster.store;

import io.keyward.config.cluster.guard.Admission;
import io.keyward.config.cluster.key.AdmittedKeysStore;
import io.keyward.config.cluster.plan.PlanRules;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.encryption.ProjectKeys.CurrentKey;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Clusters as tenants want them. Writes hold the project's lock: names stay unique, and the key by which a cluster was admitted is still
 * the project's when it is recorded.
 */
@ApplicationScoped
public class ClusterStore {
    private final AdmittedKeysStore keys;
    private final ClusterEvents events;
    private final ClusterColumns columns;

    ClusterStore(AdmittedKeysStore keys, ClusterEvents events, ClusterColumns columns) {
        this.keys = keys;
        this.events = events;
        this.columns = columns;
    }

    /** A cluster that is to be stored for the first time. */
    public record NewCluster(String id, String groupId, String name, ClusterSpec spec, Instant createdAt) {}

    /** Stores a new cluster with its event and its key uses; answers why not, if something stands in the way. */
    public Uni<Optional<ClusterError>> create(NewCluster cluster, Admission admission, Actor actor) {
        return Panache.withTransaction(() -> keys.lockForAnother(cluster.groupId())
                .chain(() -> nameTaken(cluster))
                .chain(error -> orElse(error, () -> keys.moved(cluster.groupId(), admission)))
                .chain(error -> orElse(error, () -> insert(cluster, admission, actor)
                        .chain(() -> keys.adopt(admission, actor))
                        .replaceWith(Optional.empty()))));
    }

    /**
     * A cluster's change to be recorded.
     *
     * @param version what the change was computed from; another one in the database is a conflict
     */
    public record Change(String groupId, String name, int version, ClusterSpec next) {}

    /** Records a change with its event and its key uses; answers why not, if something stands in the way. */
    public Uni<Optional<ClusterError>> update(Change change, Admission admission, Actor actor) {
        return Panache.withTransaction(() -> keys.lock(change.groupId())
                .chain(() -> keys.moved(change.groupId(), admission))
                .chain(error -> orElse(
                        error,
                        () -> unchanged(
                                change.groupId(),
                                change.name(),
                                change.version(),
                                row -> write(row, change.next(), admission, actor)))));
    }

    /** Records that a person paused a cluster. */
    public Uni<Optional<ClusterError>> pause(Cluster cluster, Actor actor) {
        return Panache.withTransaction(() -> keys.lock(cluster.groupId())
                .chain(() -> unchanged(cluster.groupId(), cluster.name(), cluster.version(), row -> {
                    row.paused = true;
                    return events.updated(row, actor);
                })));
    }

    /** Records that a person resumed a cluster. */
    public Uni<Optional<ClusterError>> resume(Cluster cluster, Instant now, Actor actor) {
        return Panache.withTransaction(() -> keys.lock(cluster.groupId())
                .chain(() -> unchanged(cluster.groupId(), cluster.name(), cluster.version(), row -> {
                    row.paused = false;
                    row.resumedAt = now;
                    return events.asked(row, PlanRules.resumed(columns.plan(row), now), actor);
                })));
    }

    /**
     * Records that a cluster is to be taken down; answers why not, if something stands in the way.
     *
     * @param retainBackups whether its snapshots stay
     */
    public Uni<Optional<ClusterError>> requestDeletion(
            String groupId, String name, boolean retainBackups, Actor actor) {
        return Panache.withTransaction(() -> keys.lock(groupId)
                .chain(() -> ClusterEntity.named(groupId, name))
                .chain(row -> {
                    Optional<ClusterError> error = obstacleToDeletion(row, groupId, name);
                    if (error.isPresent() || row == null) {
                        return Uni.createFrom().item(error);
                    }
                    row.phase = ClusterEntity.DELETING;
                    row.retainBackups = retainBackups;
                    return events.deletionRequested(row, actor).replaceWith(Optional.empty());
                }));
    }

    /** Works on the cluster if it is still as the caller saw it. */
    private static Uni<Optional<ClusterError>> unchanged(
            String groupId, String name, int version, Function<ClusterEntity, Uni<Void>> work) {
        return ClusterEntity.named(groupId, name)
                .chain(row -> row == null || row.version != version
                        ? Uni.createFrom().item(Optional.of(new ClusterError.ChangedMeanwhile()))
                        : work.apply(row).replaceWith(Optional.empty()));
    }

    private static Uni<Optional<ClusterError>> orElse(
            Optional<ClusterError> error, Supplier<Uni<Optional<ClusterError>>> next) {
        return error.isPresent() ? Uni.createFrom().item(error) : next.get();
    }

    private static Uni<Optional<ClusterError>> nameTaken(NewCluster cluster) {
        return ClusterEntity.named(cluster.groupId(), cluster.name())
                .map(row -> row == null ? Optional.empty() : Optional.of(new ClusterError.NameTaken(cluster.name())));
    }

    private Uni<Void> insert(NewCluster cluster, Admission admission, Actor actor) {
        ClusterEntity row = new ClusterEntity();
        row.id = cluster.id();
        row.groupId = cluster.groupId();
        row.name = cluster.name();
        row.phase = ClusterEntity.PRESENT;
        row.createdAt = cluster.createdAt();
        describe(row, cluster.spec(), admission);
        return events.created(row, actor).chain(() -> row.persistAndFlush()).replaceWithVoid();
    }

    private Uni<Void> write(ClusterEntity row, ClusterSpec next, Admission admission, Actor actor) {
        ClusterSpec current = columns.spec(row);
        List<CloudRegion> regionsBefore = events.regions(row);
        describe(row, next, admission);
        return tell(row, current, next, actor)
                .chain(() -> row.flush())
                .chain(() -> keys.adopt(admission, actor))
                .chain(() -> events.regions(row).containsAll(regionsBefore)
                        ? Uni.createFrom().voidItem()
                        : keys.release(row.groupId, actor));
    }

    private Uni<Void> tell(ClusterEntity row, ClusterSpec current, ClusterSpec next, Actor actor) {
        return PlanRules.asks(current, next)
                ? events.asked(row, PlanRules.changed(columns.plan(row), current, events.now()), actor)
                : events.updated(row, actor);
    }

    /** The key that it leaves stays among its own until it has left. */
    private void describe(ClusterEntity row, ClusterSpec spec, Admission admission) {
        columns.describe(row, spec);
        if (spec.usesCustomerKey()) {
            admission.key().map(CurrentKey::id).ifPresent(row::wantKey);
        }
    }

    private Optional<ClusterError> obstacleToDeletion(@Nullable ClusterEntity row, String groupId, String name) {
        if (row == null) {
            return Optional.of(new ClusterError.NotFound(name, groupId));
        }
        if (row.phase.equals(ClusterEntity.DELETING)) {
            return Optional.of(new ClusterError.AlreadyDeleting(name));
        }
        return columns.spec(row).terminationProtectionEnabled()
                ? Optional.of(new ClusterError.Protected(name))
                : Optional.empty();
    }
}
