package io.keyward.config.encryption.store;

import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Each project's configuration, keys and their regions, in the caller's open session. */
@ApplicationScoped
class ProjectKeyStore {
    /** That a key was there is remembered: whether it may be deleted is asked afterwards, too. */
    private static final String LEAVE = """
            insert into left_key (id, group_id, provider, name, left_at)
            select id, group_id, provider, name, now() from project_key where id in (:ids)
            returning id
            """;

    /** One statement sees one moment: of two, the later one may see what a change made of the keys in between. */
    private static final String WITH_KEYS = """
            select e, k, u from EncryptionEntity e left join ProjectKeyEntity k on k.groupId = e.groupId
            left join KeyUseEntity u on u.keyId = k.id where e.groupId = :group
            """;

    private final EncryptionColumns columns;

    ProjectKeyStore(EncryptionColumns columns) {
        this.columns = columns;
    }

    /** The project's configuration with its keys; {@link EncryptionState#none} when there never was one. */
    Uni<EncryptionState> state(String groupId) {
        return Panache.getSession().chain(session -> session.createQuery(WITH_KEYS, Object[].class)
                .setParameter("group", groupId)
                .getResultList()
                .map(rows -> state(groupId, rows)));
    }

    /** Whether there are any, former ones included. */
    Uni<Boolean> exist(String groupId) {
        return ProjectKeyEntity.count("groupId", groupId).map(count -> count > 0);
    }

    /**
     * Makes these the project's keys and key uses; others end. Former keys are written before the current ones, because a provider has one
     * current key at any moment.
     */
    Uni<Void> replace(String groupId, List<ProjectKey> keys) {
        List<ProjectKey> former = keys.stream().filter(ProjectKey::isFormer).toList();
        List<ProjectKey> current = keys.stream().filter(key -> !key.isFormer()).toList();
        return end(groupId, keys)
                .chain(() -> eachOf(former, key -> write(groupId, key)))
                .chain(Panache::getSession)
                .chain(Mutiny.Session::flush)
                .chain(() -> eachOf(current, key -> write(groupId, key)));
    }

    private static Uni<Void> end(String groupId, List<ProjectKey> staying) {
        List<String> uses = staying.stream()
                .flatMap(key -> key.uses().stream())
                .map(KeyInUse::keyUseId)
                .toList();
        List<String> keys = staying.stream().map(ProjectKey::id).toList();
        return KeyUseEntity.<KeyUseEntity>list("groupId", groupId)
                .map(rows -> rows.stream().map(row -> row.id).filter(id -> !uses.contains(id)))
                .chain(gone -> KeyUseEntity.delete("id in ?1", gone.toList()))
                .chain(() -> ProjectKeyEntity.<ProjectKeyEntity>list("groupId", groupId))
                .map(rows -> rows.stream().map(row -> row.id).filter(id -> !keys.contains(id)))
                .chain(gone -> leave(gone.toList()));
    }

    private static Uni<Void> leave(List<String> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LEAVE, String.class)
                        .setParameter("ids", keys)
                        .getResultList())
                .chain(() -> ProjectKeyEntity.delete("id in ?1", keys))
                .replaceWithVoid();
    }

    private Uni<Void> write(String groupId, ProjectKey key) {
        return ProjectKeyEntity.<ProjectKeyEntity>findById(key.id())
                .map(found -> found == null ? new ProjectKeyEntity() : found)
                .invoke(row -> columns.write(groupId, key, row))
                .chain(row -> row.persist())
                .chain(() -> eachOf(key.uses(), use -> write(groupId, key.id(), use)));
    }

    private static Uni<Void> write(String groupId, String keyId, KeyInUse use) {
        return KeyUseEntity.<KeyUseEntity>findById(use.keyUseId())
                .map(found -> found == null ? new KeyUseEntity() : found)
                .invoke(row -> EncryptionColumns.write(groupId, keyId, use, row))
                .chain(row -> row.persist())
                .replaceWithVoid();
    }

    private static <T> Uni<Void> eachOf(List<T> items, Function<T, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> work.apply(item).replaceWith(item))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private EncryptionState state(String groupId, List<Object[]> rows) {
        return rows.isEmpty()
                ? EncryptionState.none(groupId)
                : columns.state(
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
