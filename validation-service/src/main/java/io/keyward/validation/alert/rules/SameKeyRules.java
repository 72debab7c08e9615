package io.keyward.validation.alert.rules;

import io.keyward.validation.alert.rules.ProjectFacts.KeyFacts;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * A key that has one name in all its regions is one key at its provider, reached on several ways: so in Azure Key Vault behind private endpoints. A replica in
 * AWS KMS has a name and a state of its own.
 */
final class SameKeyRules {
    private SameKeyRules() {}

    /** Whether the two are one key at their provider. */
    static boolean isSame(KeyUse one, KeyUse other) {
        return one.provider().equals(other.provider()) && one.key().equals(other.key());
    }

    /** Whether the key has its last day told of where it is at home. */
    static boolean isToldOfAtHome(KeyUse use, ProjectFacts facts) {
        return !use.home() && others(use, facts).anyMatch(KeyUse::home);
    }

    /**
     * Whether what becomes of the key is told of where clusters reach it: it is at home in no region, no cluster uses it there, and the same key is checked in
     * regions. One key that was taken away is told of once in each region, and not once more for none.
     */
    static boolean isToldOfInRegions(KeyUse use, ProjectFacts facts) {
        return use.home()
                && facts.clusters().stream()
                        .noneMatch(cluster -> cluster.keyUseIds().contains(use.id()))
                && others(use, facts).anyMatch(other -> !(other.standing().verdict() instanceof Verdict.Unchecked));
    }

    /** The keys of which people are told how they stand. */
    static List<KeyFacts> toldOf(ProjectFacts facts) {
        return facts.keys().stream()
                .filter(key -> !isToldOfInRegions(key.use(), facts))
                .toList();
    }

    private static Stream<KeyUse> others(KeyUse use, ProjectFacts facts) {
        return facts.keys().stream()
                .map(KeyFacts::use)
                .filter(other -> !other.id().equals(use.id()) && isSame(other, use));
    }
}
