package io.keyward.config.cluster.key;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.cluster.guard.Admission;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.encryption.ProjectKeys;
import io.keyward.config.encryption.RegionKeys;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The project's keys as clusters are admitted by them and leave them, in the caller's open transaction. */
@ApplicationScoped
public class AdmittedKeysStore {
    private final ProjectStore projects;
    private final ProjectKeys keys;
    private final RegionKeys regionKeys;

    AdmittedKeysStore(ProjectStore projects, ProjectKeys keys, RegionKeys regionKeys) {
        this.projects = projects;
        this.keys = keys;
        this.regionKeys = regionKeys;
    }

    /** See {@link ProjectStore#lock}. */
    public Uni<Void> lock(String groupId) {
        return projects.lock(groupId);
    }

    /** See {@link ProjectStore#lockForAnotherCluster}. */
    public Uni<Void> lockForAnother(String groupId) {
        return projects.lockForAnotherCluster(groupId);
    }

    /** The project's keys, or the ways to them, may have been changed since the cluster was admitted. */
    public Uni<Optional<ClusterError>> moved(String groupId, Admission admission) {
        return keys.current(groupId)
                .map(known -> known.equals(admission.keys())
                        ? Optional.empty()
                        : Optional.of(new ClusterError.ChangedMeanwhile()));
    }

    /** Records the key uses that were found for the cluster. */
    public Uni<Void> adopt(Admission admission, Actor actor) {
        return admission
                .regions()
                .map(regions -> regionKeys.adopt(regions, actor))
                .orElse(Uni.createFrom().voidItem());
    }

    /** The project key of that provider that clusters are wrapped by now. */
    public Uni<Optional<String>> current(String groupId, Cloud provider) {
        return keys.current(groupId, provider).map(key -> key.map(ProjectKeys.CurrentKey::id));
    }

    /** See {@link RegionKeys#release}. */
    public Uni<Void> release(String groupId, Actor actor) {
        return regionKeys.release(groupId, actor);
    }
}
