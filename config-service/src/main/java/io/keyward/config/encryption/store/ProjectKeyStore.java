package io.keyward.config.encryption.store;

import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.keyward.config.encryption.settings.ProjectKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Each project's keys and their regions, in the caller's open session. */
@ApplicationScoped
class ProjectKeyStore {
    /** That a key was there is remembered: whether it may be deleted is asked afterwards, too. */
    private static final String LEAVE = """
            insert into left_key (id, group_id, provider, arn, left_at)
            select id, group_id, provider, arn, now() from project_key where id in (:ids)
            returning id
            """;

    /** Whether there are any, former ones included. */
    Uni<Boolean> exist(String groupId) {
        return ProjectKeyEntity.count("groupId", groupId).map(count -> count > 0);
    }

    /**
     * Makes these the project's keys and key uses; others end. Former keys are written before the current one, because there is one current
     * key at any moment.
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
                .chain(rows -> eachOf(
                        rows.stream().filter(row -> !uses.contains(row.id)).toList(), row -> row.delete()))
                .chain(() -> ProjectKeyEntity.<ProjectKeyEntity>list("groupId", groupId))
                .chain(rows -> leave(
                        rows.stream().filter(row -> !keys.contains(row.id)).toList()))
                .chain(Panache::getSession)
                .chain(Mutiny.Session::flush);
    }

    private static Uni<Void> leave(List<ProjectKeyEntity> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LEAVE, String.class)
                        .setParameter("ids", rows.stream().map(row -> row.id).toList())
                        .getResultList())
                .chain(() -> eachOf(rows, row -> row.delete()));
    }

    private static Uni<Void> write(String groupId, ProjectKey key) {
        return ProjectKeyEntity.<ProjectKeyEntity>findById(key.id())
                .map(found -> found == null ? new ProjectKeyEntity() : found)
                .invoke(row -> EncryptionCodec.write(groupId, key, row))
                .chain(row -> row.persist())
                .chain(() -> eachOf(key.uses(), use -> write(groupId, key.id(), use)));
    }

    private static Uni<Void> write(String groupId, String keyId, KeyInUse use) {
        return KeyUseEntity.<KeyUseEntity>findById(use.keyUseId())
                .map(found -> found == null ? new KeyUseEntity() : found)
                .invoke(row -> EncryptionCodec.write(groupId, keyId, use, row))
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
}
