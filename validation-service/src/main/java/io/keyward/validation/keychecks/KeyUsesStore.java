package io.keyward.validation.keychecks;

import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.validation.history.HistoryStore;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.verdict.ConfirmationConfig;
import io.keyward.validation.verdict.ConfirmationPolicy;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads how a project's key uses stand. */
@ApplicationScoped
class KeyUsesStore {
    private static final String DUE =
            "select key_use_id, next_due_at from key_use where group_id = :groupId and retired_at is null";

    private final KeyUseStore keyUses;
    private final HistoryStore history;
    private final ConfirmationPolicy policy;
    private final Clock clock;

    KeyUsesStore(KeyUseStore keyUses, HistoryStore history, ConfirmationConfig config, Clock clock) {
        this.keyUses = keyUses;
        this.history = history;
        this.policy = ConfirmationConfig.policyOf(config);
        this.clock = clock;
    }

    /** All that have not ended. */
    Uni<List<KeyUseView>> ofProject(String groupId) {
        return Panache.withTransaction(() -> keyUses.ofProject(groupId).chain(uses -> history.lastEvidence(
                        uses.stream().map(KeyUse::id).toList())
                .chain(evidence -> due(groupId).map(due -> views(uses, evidence, due)))));
    }

    private static Uni<Map<String, Instant>> due(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter("groupId", groupId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (String) row[0], row -> ((OffsetDateTime) row[1]).toInstant())));
    }

    private List<KeyUseView> views(List<KeyUse> uses, Map<String, Evidence> evidence, Map<String, Instant> due) {
        var now = clock.instant();
        return uses.stream()
                .map(use -> KeyUseView.of(use, due.getOrDefault(use.id(), now), evidence.get(use.id()), policy, now))
                .toList();
    }
}
