package io.keyward.config.encryption.store;

import io.keyward.atlas.ObjectIds;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.RegionRules;
import io.keyward.config.encryption.settings.Situation;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * One key after another: which is the project's, which ones stay because something is still under them, and who is to move. In the caller's open
 * transaction, which holds the project's lock; each change with its event.
 */
@ApplicationScoped
class KeySuccession {
    private final ProjectKeyStore keys;
    private final KeyUsers users;
    private final EncryptionEvents events;
    private final Clock clock;

    KeySuccession(ProjectKeyStore keys, KeyUsers users, EncryptionEvents events, Clock clock) {
        this.keys = keys;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /** Makes the proved key the current one, and asks the clusters to move to it if it is another one. Without a proof the keys stay. */
    Uni<Void> succeed(EncryptionEntity row, Situation now, String roleId, Optional<KeyProof> proof, Actor actor) {
        List<ProjectKey> next = proof.map(
                        found -> RegionRules.proved(now, roleId, found, ObjectIds::next, clock.instant()))
                .orElse(now.state().keys());
        String current = next.getFirst().id();
        boolean moves = now.stayingClusters().stream().anyMatch(cluster -> cluster.isToMoveTo(current));
        return replace(row, next, actor)
                .chain(() -> moves
                        ? users.rewrap(row.groupId, current, actor)
                        : Uni.createFrom().voidItem());
    }

    /** Leaves only those keys, as former ones, that something is under. */
    Uni<Void> giveUp(EncryptionEntity row, Situation now, Actor actor) {
        return replace(row, RegionRules.givenUp(now, clock.instant()), actor);
    }

    /** Makes these the project's keys. */
    Uni<Void> replace(EncryptionEntity row, List<ProjectKey> next, Actor actor) {
        return row.persist().chain(() -> keys.replace(row.groupId, next)).chain(() -> events.changed(row, next, actor));
    }
}
