package io.keyward.config.encryption.store;

import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.Situation;
import io.keyward.config.endpoint.EndpointProjectionStore;
import io.keyward.config.project.ProjectStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads KMS configurations, with what surrounds them. Joins the caller's open transaction, if there is one. */
@ApplicationScoped
public class SituationStore {
    private final ProjectStore projects;
    private final KeyUsers users;
    private final EndpointProjectionStore endpoints;
    private final KeyUseStore keyUses;

    SituationStore(ProjectStore projects, KeyUsers users, EndpointProjectionStore endpoints, KeyUseStore keyUses) {
        this.projects = projects;
        this.users = users;
        this.endpoints = endpoints;
        this.keyUses = keyUses;
    }

    /** The project's configuration; {@link EncryptionState#none} when there never was one. */
    public Uni<EncryptionState> load(String groupId) {
        return Panache.withSession(() -> EncryptionEntity.<EncryptionEntity>findById(groupId)
                .chain(row -> row == null
                        ? Uni.createFrom().item(EncryptionState.none(groupId))
                        : keyUses.of(groupId).map(uses -> EncryptionCodec.state(row, uses))));
    }

    /**
     * Whether the project has a customer key at all. Leaves nothing in the caller's session: what is read there before the project's lock is
     * taken would stay as it was then.
     */
    public Uni<Boolean> hasKey(String groupId) {
        return Panache.withSession(() -> keyUses.exist(groupId));
    }

    /** The configuration and everything a decision about it rests on; fails with 404 when there is no such project. */
    public Uni<Situation> find(String groupId) {
        return Panache.withSession(() -> load(groupId).chain(state -> projects.isActive(groupId)
                .chain(active -> users.clustersUsing(groupId).chain(clusters -> endpoints
                        .regions(groupId)
                        .map(regions -> new Situation(state, active, clusters, regions))))));
    }
}
