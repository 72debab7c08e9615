package io.keyward.config.encryption.store;

import io.keyward.config.encryption.admitted.AdmittedRegionStore;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.Situation;
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
            select e, k, u from EncryptionEntity e left join ProjectKeyEntity k on k.groupId = e.groupId
            left join KeyUseEntity u on u.keyId = k.id where e.groupId = :group
            """;

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
        return Panache.withSession(() -> keys.exist(groupId));
    }

    /** The configuration and everything a decision about it rests on; fails with 404 when there is no such project. */
    public Uni<Situation> find(String groupId) {
        return Panache.withSession(() -> load(groupId)
                .chain(state -> projects.isActive(groupId).chain(active -> users.clustersUsing(groupId)
                        .chain(clusters -> snapshots.snapshotsUsing(groupId).chain(backedUp -> endpoints
                                .regions(groupId)
                                .map(regions -> new Situation(state, active, clusters, backedUp, regions)))))));
    }

    private static EncryptionState state(String groupId, List<Object[]> rows) {
        return rows.isEmpty()
                ? EncryptionState.none(groupId)
                : EncryptionCodec.state(
                        (EncryptionEntity) rows.getFirst()[0],
                        column(rows, 1, ProjectKeyEntity.class),
                        column(rows, 2, KeyUseEntity.class));
    }

    private static <T> List<T> column(List<Object[]> rows, int index, Class<T> type) {
        return rows.stream()
                .map(row -> row[index])
                .filter(Objects::nonNull)
                .map(type::cast)
                .distinct()
                .toList();
    }
}
