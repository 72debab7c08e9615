package io.keyward.config.encryption.store;

import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.credential.KmsCredentialStore;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.situation.ProjectSituation;
import io.keyward.config.encryption.situation.RegionRules;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.encryption.store.EncryptionStore.ProviderChange;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One key after another: which are the project's, which ones stay because something is still under them, and who is to move. In the caller's open
 * transaction, which holds the project's lock; each change with its event.
 */
@ApplicationScoped
class KeySuccession {
    private final ProjectKeyStore keys;
    private final KmsCredentialStore credentials;
    private final KeyUsers users;
    private final EncryptionEvents events;
    private final Clock clock;

    KeySuccession(
            ProjectKeyStore keys,
            KmsCredentialStore credentials,
            KeyUsers users,
            EncryptionEvents events,
            Clock clock) {
        this.keys = keys;
        this.credentials = credentials;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /** Makes the project's keys what the changes ask for, and asks the clusters to move that are wanted under another one from now on. */
    Uni<Void> succeed(EncryptionEntity row, ProjectSituation now, EncryptionStore.Change change, Actor actor) {
        List<ProjectKey> next = Stream.of(Cloud.values())
                .flatMap(provider -> next(now.of(provider), change).stream())
                .toList();
        return replace(row, next, actor).chain(() -> Multi.createFrom()
                .iterable(change.providers())
                .onItem()
                .transformToUniAndConcatenate(one -> rewrap(now.of(one.provider()), next, actor))
                .collect()
                .last());
    }

    /** A proved key is the current one from now on, without a proof the keys stay; of a provider that is off only those stay that something is under. */
    private List<ProjectKey> next(Situation now, EncryptionStore.Change change) {
        Optional<ProviderChange> changed = change.of(now.provider());
        if (changed.isEmpty()) {
            return now.state().keys();
        }
        Optional<KmsConfig> wanted = change.next().key(now.provider());
        return wanted.map(key -> changed.get()
                        .proof()
                        .map(found -> RegionRules.proved(now, key, found, ObjectIds::next, clock.instant()))
                        .orElse(now.state().keys()))
                .orElseGet(() -> RegionRules.givenUp(now, clock.instant()));
    }

    private Uni<Void> rewrap(Situation now, List<ProjectKey> keys, Actor actor) {
        Optional<String> current = keys.stream()
                .filter(key -> key.provider() == now.provider() && !key.isFormer())
                .map(ProjectKey::id)
                .findFirst();
        return current.filter(id ->
                        now.stayingClusters().stream().anyMatch(cluster -> cluster.isToMoveTo(now.provider(), id)))
                .map(id -> users.rewrap(now.state().groupId(), now.provider(), id, actor))
                .orElse(Uni.createFrom().voidItem());
    }

    /** Makes these the project's keys; secrets that none of them names go. */
    Uni<Void> replace(EncryptionEntity row, List<ProjectKey> next, Actor actor) {
        return row.persist()
                .chain(() -> keys.replace(row.groupId, next))
                .chain(() -> credentials.retain(row.groupId, named(next)))
                .chain(() -> events.changed(row, next, actor));
    }

    /** The current key of a provider names what its configuration does. */
    private static Set<String> named(List<ProjectKey> keys) {
        return keys.stream().flatMap(key -> key.opener().secretId().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
