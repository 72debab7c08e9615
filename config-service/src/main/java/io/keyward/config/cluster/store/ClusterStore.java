package io.keyward.config.cluster.store;

import io.keyward.config.cluster.enforcement.RemovedClusters;
import io.keyward.config.cluster.guard.Admission;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.encryption.ProjectKeys;
import io.keyward.config.encryption.ProjectKeys.AwsKey;
import io.keyward.config.encryption.RegionKeys;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Clusters as tenants want them. Writes hold the project's lock: names stay unique, and the key by which a cluster was admitted is still
 * the project's when it is recorded.
 */
@ApplicationScoped
public class ClusterStore implements RemovedClusters {
    private final ProjectStore projects;
    private final ProjectKeys keys;
    private final RegionKeys regionKeys;
    private final ClusterEvents events;
    private final ClusterJson json;

    ClusterStore(
            ProjectStore projects, ProjectKeys keys, RegionKeys regionKeys, ClusterEvents events, ClusterJson json) {
        this.projects = projects;
        this.keys = keys;
        this.regionKeys = regionKeys;
        this.events = events;
        this.json = json;
    }

    /** Stores a new cluster with its event and its key uses; answers why not, if something stands in the way. */
    public Uni<Optional<ClusterError>> create(NewCluster cluster, Admission admission, Actor actor) {
        return Panache.withTransaction(() -> projects.lockForAnotherCluster(cluster.groupId())
                .chain(() -> nameTaken(cluster))
                .chain(error -> orElse(error, () -> moved(cluster.groupId(), admission)))
                .chain(error -> orElse(error, () -> insert(cluster, admission, actor)
                        .chain(() -> adopt(admission, actor))
                        .replaceWith(Optional.empty()))));
    }

    /**
     * A cluster's change to be recorded.
     *
     * @param version what the change was computed from; another one in the database is a conflict
     * @param releases whether key uses may have become useless
     */
    public record Change(String groupId, String name, int version, ClusterSpec next, boolean releases) {}

    /** Records a change with its event and its key uses; answers why not, if something stands in the way. */
    public Uni<Optional<ClusterError>> update(Change change, Admission admission, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(change.groupId())
                .chain(() -> moved(change.groupId(), admission))
                .chain(error -> orElse(error, () -> ClusterEntity.named(change.groupId(), change.name())
                        .chain(row -> row == null || row.version != change.version()
                                ? Uni.createFrom().item(Optional.of(new ClusterError.ChangedMeanwhile()))
                                : write(row, change, admission, actor)))));
    }

    /**
     * Records that a cluster is to be taken down; answers why not, if something stands in the way.
     *
     * @param retainBackups whether its snapshots stay when it goes
     */
    public Uni<Optional<ClusterError>> requestDeletion(
            String groupId, String name, boolean retainBackups, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(groupId)
                .chain(() -> ClusterEntity.named(groupId, name))
                .chain(row -> {
                    Optional<ClusterError> error = obstacleToDeletion(row, groupId, name);
                    if (error.isPresent() || row == null) {
                        return Uni.createFrom().item(error);
                    }
                    row.phase = ClusterEntity.DELETING;
                    return events.deletionRequested(row, retainBackups, actor).replaceWith(Optional.empty());
                }));
    }

    @Override
    public Uni<Void> gone(String clusterId, Actor actor) {
        return ClusterEntity.<ClusterEntity>findById(clusterId)
                .chain(row -> row == null || !row.phase.equals(ClusterEntity.DELETING)
                        ? Uni.createFrom().voidItem()
                        : projects.lock(row.groupId).chain(() -> remove(row, actor)));
    }

    private Uni<Void> remove(ClusterEntity row, Actor actor) {
        row.phase = ClusterEntity.DELETED;
        return events.deleted(row, actor)
                .chain(() -> row.flush())
                .chain(() -> row.encryptionProvider.equals(ClusterSpec.NONE)
                        ? Uni.createFrom().voidItem()
                        : regionKeys.release(row.groupId, actor));
    }

    private static Uni<Optional<ClusterError>> orElse(
            Optional<ClusterError> error, Supplier<Uni<Optional<ClusterError>>> next) {
        return error.isPresent() ? Uni.createFrom().item(error) : next.get();
    }

    private static Uni<Optional<ClusterError>> nameTaken(NewCluster cluster) {
        return ClusterEntity.named(cluster.groupId(), cluster.name())
                .map(row -> row == null ? Optional.empty() : Optional.of(new ClusterError.NameTaken(cluster.name())));
    }

    /** The project's key, or the way to it, may have been changed since the cluster was admitted. */
    private Uni<Optional<ClusterError>> moved(String groupId, Admission admission) {
        return keys.aws(groupId)
                .map(key -> key.equals(admission.key())
                        ? Optional.empty()
                        : Optional.of(new ClusterError.ChangedMeanwhile()));
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

    private Uni<Optional<ClusterError>> write(ClusterEntity row, Change change, Admission admission, Actor actor) {
        describe(row, change.next(), admission);
        return events.updated(row, actor)
                .chain(() -> row.flush())
                .chain(() -> adopt(admission, actor))
                .chain(() -> change.releases()
                        ? regionKeys.release(change.groupId(), actor)
                        : Uni.createFrom().voidItem())
                .replaceWith(Optional.empty());
    }

    private void describe(ClusterEntity row, ClusterSpec spec, Admission admission) {
        row.encryptionProvider = spec.encryptionAtRestProvider();
        row.spec = json.write(spec);
        if (spec.usesCustomerKey()) {
            admission.key().map(AwsKey::id).ifPresent(row::wantKey);
        } else {
            row.keyIds = "";
        }
    }

    private Uni<Void> adopt(Admission admission, Actor actor) {
        return admission
                .regions()
                .map(regions -> regionKeys.adopt(regions, actor))
                .orElse(Uni.createFrom().voidItem());
    }

    private Optional<ClusterError> obstacleToDeletion(@Nullable ClusterEntity row, String groupId, String name) {
        if (row == null) {
            return Optional.of(new ClusterError.NotFound(name, groupId));
        }
        if (row.phase.equals(ClusterEntity.DELETING)) {
            return Optional.of(new ClusterError.AlreadyDeleting(name));
        }
        return json.spec(row.spec).terminationProtectionEnabled()
                ? Optional.of(new ClusterError.Protected(name))
                : Optional.empty();
    }
}
