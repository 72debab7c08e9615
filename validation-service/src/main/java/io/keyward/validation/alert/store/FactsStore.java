package io.keyward.validation.alert.store;

import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.validation.alert.project.KeyAgeStore;
import io.keyward.validation.alert.rules.ProjectFacts;
import io.keyward.validation.alert.rules.ProjectFacts.KeyFacts;
import io.keyward.validation.endpoint.EndpointStore;
import io.keyward.validation.enforcement.ClusterFactsStore;
import io.keyward.validation.history.HistoryStore;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUseStore;
import io.keyward.validation.verdict.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Gathers what alerts follow from, in the caller's transaction. */
@ApplicationScoped
class FactsStore {
    private final KeyUseStore keyUses;
    private final ClusterFactsStore clusters;
    private final EndpointStore endpoints;
    private final HistoryStore history;
    private final KeyAgeStore ages;

    FactsStore(
            KeyUseStore keyUses,
            ClusterFactsStore clusters,
            EndpointStore endpoints,
            HistoryStore history,
            KeyAgeStore ages) {
        this.keyUses = keyUses;
        this.clusters = clusters;
        this.endpoints = endpoints;
        this.history = history;
        this.ages = ages;
    }

    Uni<ProjectFacts> ofProject(String groupId) {
        return keyUses.ofProject(groupId).chain(uses -> history.lastEvidence(inTrouble(uses))
                .map(evidence -> keys(uses, evidence))
                .chain(keys -> clusters.ofProject(groupId, uses)
                        .chain(found -> endpoints.ofProject(groupId).chain(known -> ages.bringTo(groupId, uses)
                                .map(since -> new ProjectFacts(keys, found, known, since))))));
    }

    /** The others cause no alert, whatever their last check answered. */
    private static List<String> inTrouble(List<KeyUse> uses) {
        return uses.stream()
                .filter(use -> use.standing().unverifiedSince() != null
                        || isBad(use.standing().verdict()))
                .map(KeyUse::id)
                .toList();
    }

    private static boolean isBad(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Revoked ignored -> true;
            case Verdict.Unusable ignored -> true;
            case Verdict.Unchecked ignored -> false;
            case Verdict.Valid ignored -> false;
        };
    }

    private static List<KeyFacts> keys(List<KeyUse> uses, Map<String, Evidence> evidence) {
        return uses.stream()
                .map(use -> new KeyFacts(use, evidence.get(use.id())))
                .toList();
    }
}
