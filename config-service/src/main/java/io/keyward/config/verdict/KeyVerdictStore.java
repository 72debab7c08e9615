package io.keyward.config.verdict;

import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.KeyEvent.KeyFacts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Projection of {@code keyward.keys}. */
@ApplicationScoped
class KeyVerdictStore {
    private static final String PROJECT = """
            insert into key_verdict (key_use_id, verdict, checked_at, revision)
            values (:keyUseId, :verdict, :checkedAt, :revision)
            on conflict (key_use_id) do update
            set verdict = excluded.verdict, checked_at = excluded.checked_at, revision = excluded.revision
            where key_verdict.revision < excluded.revision
            returning key_use_id
            """;

    /** Takes an event over unless a later one was seen; repeats and reordering change nothing. */
    Uni<Void> project(KeyEvent event) {
        return switch (event) {
            case KeyEvent.KeyValidated validated -> upsert(event, validated.facts());
            case KeyEvent.KeyRevoked revoked -> upsert(event, revoked.facts());
            case KeyEvent.KeyHeld held -> upsert(event, held.facts());
            case KeyEvent.KeyHoldDecided decided -> upsert(event, decided.facts());
            case KeyEvent.KeyFoundUnusable unusable -> upsert(event, unusable.facts());
            case KeyEvent.KeyUnverified unverified -> upsert(event, unverified.facts());
            case KeyEvent.KeyRetired retired -> upsert(event, KeyVerdict.RETIRED, retired.occurredAt());
            case KeyEvent.Unrecognized unrecognized -> Uni.createFrom().voidItem();
        };
    }

    /** The verdicts about those key uses, by key use; of some there may be none yet. */
    Uni<Map<String, KeyVerdict>> find(Collection<String> keyUseIds) {
        return Panache.withSession(() -> KeyVerdictEntity.<KeyVerdictEntity>list("keyUseId in ?1", keyUseIds))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.keyUseId, row -> new KeyVerdict(row.keyUseId, row.verdict, row.checkedAt))));
    }

    private Uni<Void> upsert(KeyEvent event, KeyFacts facts) {
        return upsert(event, facts.verdict(), facts.checkedAt());
    }

    private Uni<Void> upsert(KeyEvent event, String verdict, Instant checkedAt) {
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(PROJECT, String.class)
                                .setParameter("keyUseId", event.aggregateId())
                                .setParameter("verdict", verdict)
                                .setParameter("checkedAt", checkedAt)
                                .setParameter("revision", event.revision())
                                .getResultList()))
                .replaceWithVoid();
    }
}
