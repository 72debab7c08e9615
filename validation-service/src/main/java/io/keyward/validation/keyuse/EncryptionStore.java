package io.keyward.validation.keyuse;

import io.keyward.contracts.Actor;
import io.keyward.contracts.EncryptionEvent;
import io.keyward.contracts.EncryptionEvent.EncryptionConfigured;
import io.keyward.contracts.EncryptionEvent.EncryptionDisabled;
import io.keyward.contracts.KeyEvent.KeyRetired;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.keyward.validation.credential.CredentialStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes in what projects configure: brings the key uses of a project to what its latest event lists, in one transaction with what follows from it. Events
 * that come late or twice change nothing.
 */
@ApplicationScoped
class EncryptionStore {
    /** Those whose keys can be reached over private endpoints. */
    private static final Set<String> PROVIDERS = Set.of("AWS", "AZURE");

    private static final String ADVANCE = """
            insert into project_encryption as p (group_id, revision, private_providers) values (:groupId, :revision, :providers)
            on conflict (group_id) do update
            set revision = excluded.revision, private_providers = excluded.private_providers
            where p.revision < excluded.revision
            returning p.revision""";
    private static final String OF_PROJECT = "from KeyUseEntity where groupId = :groupId order by id";

    private final KeyUseStore keyUses;
    private final ProjectEffects effects;
    private final KeyPaths paths;
    private final Endings endings;
    private final Clock clock;

    EncryptionStore(KeyUseStore keyUses, ProjectEffects effects, KeyPaths paths, Endings endings, Clock clock) {
        this.keyUses = keyUses;
        this.effects = effects;
        this.paths = paths;
        this.endings = endings;
        this.clock = clock;
    }

    Uni<Void> project(EncryptionEvent event) {
        return switch (event) {
            case EncryptionConfigured configured -> bringTo(configured, configured.keyUses());
            case EncryptionDisabled disabled -> bringTo(disabled, disabled.keyUses());
            case EncryptionEvent.Unrecognized ignored -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> bringTo(EncryptionEvent event, List<EncryptionEvent.KeyUse> listed) {
        return Panache.withTransaction(() -> keyUses.lockProject(event.groupId())
                .chain(() -> notePublic(event, listed))
                .chain(() -> advance(event, listed))
                .chain(isNews ->
                        isNews ? apply(event, listed) : Uni.createFrom().voidItem())
                .chain(() -> paths.refresh(event.groupId())));
    }

    /** Told by late events too: an older configuration says as well as a newer one when the project did without private networking. */
    private Uni<Void> notePublic(EncryptionEvent event, List<EncryptionEvent.KeyUse> listed) {
        var wasPublic = new TreeSet<>(PROVIDERS);
        wasPublic.removeAll(KeyUseRows.privateProviders(listed));
        return Multi.createFrom()
                .iterable(wasPublic)
                .onItem()
                .transformToUniAndConcatenate(
                        provider -> paths.wasPublic(event.groupId(), provider, event.occurredAt()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> advance(EncryptionEvent event, List<EncryptionEvent.KeyUse> listed) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADVANCE, Long.class)
                        .setParameter("groupId", event.groupId())
                        .setParameter("revision", event.revision())
                        .setParameter("providers", String.join(",", KeyUseRows.privateProviders(listed)))
                        .getResultList())
                .map(rows -> !rows.isEmpty());
    }

    private Uni<Void> apply(EncryptionEvent event, List<EncryptionEvent.KeyUse> listed) {
        return rowsOf(event.groupId())
                .chain(rows ->
                        takeIn(event, KeyUseRows.reachable(listed), rows).chain(() -> retire(event, listed, rows)))
                .chain(() -> Panache.getSession())
                .chain(session -> session.flush())
                .chain(() -> endings.forgetUnused(event.groupId()))
                .chain(() -> effects.replan(event.groupId()));
    }

    private static Uni<Map<String, KeyUseEntity>> rowsOf(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(OF_PROJECT, KeyUseEntity.class)
                        .setParameter("groupId", groupId)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity())));
    }

    private Uni<Void> takeIn(
            EncryptionEvent event, List<EncryptionEvent.KeyUse> listed, Map<String, KeyUseEntity> rows) {
        var now = now();
        var homes = KeyUseRows.homes(listed);
        var fresh = new ArrayList<KeyUseEntity>();
        for (var use : listed) {
            var row = rows.get(use.keyUseId());
            if (row == null) {
                row = KeyUseRows.create(event.groupId(), use, now);
                fresh.add(row);
            } else {
                KeyUseRows.update(row, use, now);
            }
            row.home = homes.contains(row.id);
        }
        return Panache.getSession().chain(session -> session.persistAll(fresh.toArray()));
    }

    private Uni<Void> retire(
            EncryptionEvent event, List<EncryptionEvent.KeyUse> listed, Map<String, KeyUseEntity> rows) {
        var kept = listed.stream().map(EncryptionEvent.KeyUse::keyUseId).collect(Collectors.toSet());
        var ended = rows.values().stream()
                .filter(row -> row.retiredAt == null)
                .filter(row -> !kept.contains(row.id))
                .toList();
        return Multi.createFrom()
                .iterable(ended)
                .onItem()
                .transformToUniAndConcatenate(row -> endings.retire(row, event.actor(), now()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Ends key uses that are no longer listed. */
    @ApplicationScoped
    static class Endings {
        private final Outbox outbox;
        private final Revisions revisions;

        private final CredentialStore credentials;

        Endings(Outbox outbox, Revisions revisions, CredentialStore credentials) {
            this.outbox = outbox;
            this.revisions = revisions;
            this.credentials = credentials;
        }

        /** What opened the key uses that have ended is kept no longer. */
        Uni<Void> forgetUnused(String groupId) {
            return credentials.forgetUnused(groupId);
        }

        Uni<Void> retire(KeyUseEntity row, Actor actor, Instant now) {
            row.retiredAt = now;
            row.becomeDue(now);
            row.revision = revisions.next(row.revision);
            return outbox.append(Topics.KEYS, new KeyRetired(row.id, row.revision, now, actor, row.groupId));
        }
    }
}
