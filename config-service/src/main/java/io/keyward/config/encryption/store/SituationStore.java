package io.keyward.config.encryption.store;

import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.Situation;
import io.keyward.config.endpoint.EndpointProjectionStore;
import io.keyward.config.project.ProjectStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Reads KMS configurations, with what surrounds them. Joins the caller's open transaction, if there is one. */
@ApplicationScoped
public class SituationStore {
    /** One statement sees one moment: of two, the later one may see what a change made of the keys in between. */
    private static final String WITH_KEYS = """
            select e, k from EncryptionEntity e left join KeyUseEntity k on k.groupId = e.groupId
            where e.groupId = :group
            """;

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
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createQuery(WITH_KEYS, Object[].class)
                        .setParameter("group", groupId)
                        .getResultList()
                        .map(rows -> state(groupId, rows))));
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

    private static EncryptionState state(String groupId, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return EncryptionState.none(groupId);
        }
        List<KeyUseEntity> uses = rows.stream()
                .map(row -> (KeyUseEntity) row[1])
                .filter(Objects::nonNull)
                .toList();
        return EncryptionCodec.state((EncryptionEntity) rows.getFirst()[0], uses);
    }
}
