package io.keyward.validation.alert.store;

import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.validation.alert.rules.ProjectFacts.KeyFacts;
import io.keyward.validation.expiry.CredentialEndStore;
import io.keyward.validation.history.HistoryStore;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Gathers what is known of keys beside their rows, in the caller's transaction. */
@ApplicationScoped
class KeyFactsStore {
    private final HistoryStore history;
    private final CredentialEndStore ends;

    KeyFactsStore(HistoryStore history, CredentialEndStore ends) {
        this.history = history;
        this.ends = ends;
    }

    Uni<List<KeyFacts>> of(String groupId, List<KeyUse> uses) {
        return history.lastEvidence(inTrouble(uses))
                .chain(evidence -> ends.ofProject(groupId).map(known -> facts(uses, evidence, known)));
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

    private static List<KeyFacts> facts(List<KeyUse> uses, Map<String, Evidence> evidence, Map<String, Instant> ends) {
        return uses.stream()
                .map(use -> {
                    var credentialId = use.access().credentialId();
                    return new KeyFacts(
                            use, evidence.get(use.id()), credentialId == null ? null : ends.get(credentialId));
                })
                .toList();
    }
}
