package io.keyward.config.backup.key;

import io.keyward.config.backup.key.KeyStanding.State;
import io.keyward.config.encryption.ProjectKeys;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up the project keys under which backups are. */
@ApplicationScoped
public class BackupKeys {
    private final ProjectKeys keys;

    BackupKeys(ProjectKeys keys) {
        this.keys = keys;
    }

    /** Those project keys, in that order, as they are recorded; without those that the project does not have. Joins the caller's open transaction, if there is one. */
    public Uni<List<BackupKey>> named(String groupId, Collection<String> keyIds) {
        return Multi.createFrom()
                .iterable(keyIds)
                .onItem()
                .transformToUniAndConcatenate(id -> keys.find(groupId, id))
                .filter(found -> found.isPresent())
                .map(found -> found.get())
                .map(key -> new BackupKey(key.id(), key.provider().name(), key.name()))
                .collect()
                .asList();
    }

    /** Home region of a project key, as the cloud spells it; empty when the project has no such key. Joins the caller's open transaction, if there is one. */
    public Uni<Optional<String>> region(String groupId, String keyId) {
        return keys.find(groupId, keyId)
                .map(found -> found.map(key -> key.home().cloudName()));
    }

    /** What became of them, by key id. Never called with a session open: a key may be checked first. */
    public Uni<Map<String, KeyStanding>> standing(String groupId, Collection<BackupKey> recorded) {
        return Multi.createFrom()
                .iterable(recorded)
                .onItem()
                .transformToUniAndConcatenate(key -> standing(groupId, key))
                .collect()
                .asList()
                .map(all -> all.stream()
                        .collect(Collectors.toMap(one -> one.key().keyId(), Function.identity(), (one, same) -> one)));
    }

    private Uni<KeyStanding> standing(String groupId, BackupKey key) {
        return keys.find(groupId, key.keyId())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new KeyStanding(key, State.GONE, null, false))
                        : keys.isValid(groupId, key.keyId())
                                .map(valid -> new KeyStanding(
                                        key,
                                        found.get().former() ? State.FORMER : State.CURRENT,
                                        found.get().home().cloudName(),
                                        valid)));
    }
}
