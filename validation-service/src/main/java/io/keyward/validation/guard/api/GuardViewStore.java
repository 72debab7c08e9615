package io.keyward.validation.guard.api;

import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.validation.guard.GuardStore;
import io.keyward.validation.guard.GuardStore.Reading;
import io.keyward.validation.guard.decision.DecisionRecord;
import io.keyward.validation.guard.decision.DecisionStore;
import io.keyward.validation.history.HistoryStore;
import io.keyward.validation.keyuse.HeldKeyStore;
import io.keyward.validation.keyuse.KeyUse;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers what operators look at. */
@ApplicationScoped
class GuardViewStore {
    private static final int DECISIONS = 10;
    private static final String PROJECTS = "select group_id, org_id, name from project where group_id in (:ids)";

    private final GuardStore guard;
    private final DecisionStore decisions;
    private final HeldKeyStore held;
    private final HistoryStore history;

    GuardViewStore(GuardStore guard, DecisionStore decisions, HeldKeyStore held, HistoryStore history) {
        this.guard = guard;
        this.decisions = decisions;
        this.held = held;
        this.history = history;
    }

    /**
     * How the guard stands, and what it holds.
     *
     * @param keys one page of the held keys
     * @param total how many are held
     */
    record Look(Reading reading, List<DecisionRecord> decisions, List<HeldKeyView> keys, long total) {}

    Uni<Look> look(Instant now, long offset, int limit) {
        return Panache.withSession(() -> guard.read(now)
                .chain(reading -> decisions.latest(DECISIONS).chain(made -> held.page(offset, limit)
                        .chain(slice ->
                                views(slice.keyUses()).map(views -> new Look(reading, made, views, slice.total()))))));
    }

    private Uni<List<HeldKeyView>> views(List<KeyUse> uses) {
        var ids = uses.stream().map(KeyUse::id).toList();
        return history.lastEvidence(ids)
                .chain(evidence -> projects(uses).map(projects -> views(uses, evidence, projects)));
    }

    private static List<HeldKeyView> views(
            List<KeyUse> uses, Map<String, Evidence> evidence, Map<String, ProjectName> projects) {
        return uses.stream()
                .map(use -> HeldKeyView.of(use, evidence.get(use.id()), projects.get(use.groupId())))
                .toList();
    }

    private static Uni<Map<String, ProjectName>> projects(List<KeyUse> uses) {
        if (uses.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var ids = uses.stream().map(KeyUse::groupId).distinct().toList();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PROJECTS, Object[].class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (String) row[0], row -> new ProjectName((String) row[1], (String) row[2]))));
    }
}
