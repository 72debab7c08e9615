package io.keyward.config.encryption.store;

import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The regions of each project's key, in the caller's open session. */
@ApplicationScoped
class KeyUseStore {

    /** Whether there are any. */
    Uni<Boolean> exist(String groupId) {
        return KeyUseEntity.count("groupId", groupId).map(count -> count > 0);
    }

    /** Makes these the project's key uses: others end, whose rows go first, for there is one in a region. */
    Uni<Void> replace(String groupId, List<KeyInUse> keys) {
        return KeyUseEntity.<KeyUseEntity>list("groupId", groupId).chain(rows -> {
            Map<String, KeyUseEntity> known =
                    rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
            List<String> ended = known.keySet().stream()
                    .filter(id -> keys.stream().noneMatch(key -> key.keyUseId().equals(id)))
                    .toList();
            return end(ended).chain(() -> write(groupId, keys, known));
        });
    }

    private static Uni<Void> end(List<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : KeyUseEntity.delete("id in ?1", ids).replaceWithVoid();
    }

    private static Uni<Void> write(String groupId, List<KeyInUse> keys, Map<String, KeyUseEntity> known) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> {
                    KeyUseEntity row = known.getOrDefault(key.keyUseId(), new KeyUseEntity());
                    EncryptionCodec.write(groupId, key, row);
                    return row.persist();
                })
                .collect()
                .last()
                .replaceWithVoid();
    }
}
