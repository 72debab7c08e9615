package io.keyward.config.encryption.store;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.admitted.AdmittedRegionStore;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.situation.ProjectSituation;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.project.ProjectStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads KMS configurations, with what surrounds them. Joins the caller's open transaction, if there is one. */
@ApplicationScoped
public class SituationStore {
    private final ProjectStore projects;
    private final KeyUsers users;
    private final SnapshotUsers snapshots;
    private final AdmittedRegionStore endpoints;
    private final ProjectKeyStore keys;

    SituationStore(
            ProjectStore projects,
            KeyUsers users,
            SnapshotUsers snapshots,
            AdmittedRegionStore endpoints,
            ProjectKeyStore keys) {
        this.projects = projects;
        this.users = users;
        this.snapshots = snapshots;
        this.endpoints = endpoints;
        this.keys = keys;
    }

    /** The project's configuration; {@link EncryptionState#none} when there never was one. */
    public Uni<EncryptionState> load(String groupId) {
        return Panache.withSession(() -> keys.state(groupId));
    }

    /**
     * Whether the project has a customer key at all. Leaves nothing in the caller's session: what is read there before the project's lock is
     * taken would stay as it was then.
     */
    public Uni<Boolean> hasKey(String groupId) {
        return Panache.withSession(() -> keys.exist(groupId));
    }

    /** What a decision about that provider's keys rests on; fails with 404 when there is no such project. */
    public Uni<Situation> find(String groupId, Cloud provider) {
        return find(groupId).map(all -> all.of(provider));
    }

    /** The configuration and everything a decision about it rests on; fails with 404 when there is no such project. */
    public Uni<ProjectSituation> find(String groupId) {
        return Panache.withSession(() -> load(groupId)
                .chain(state -> projects.isActive(groupId).chain(active -> users.clustersUsing(groupId)
                        .chain(clusters -> snapshots.snapshotsUsing(groupId).chain(backedUp -> endpoints
                                .regions(groupId)
                                .map(regions ->
                                        new ProjectSituation(state, active, clusters, backedUp, byCloud(regions))))))));
    }

    private static Map<Cloud, Set<CloudRegion>> byCloud(Set<CloudRegion> regions) {
        return regions.stream().collect(Collectors.groupingBy(CloudRegion::cloud, Collectors.toUnmodifiableSet()));
    }
}
