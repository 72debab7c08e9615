package io.keyward.validation.alert.project;

import io.keyward.validation.alert.rules.ProjectFacts.KeyAge;
import io.keyward.validation.keyuse.KeyUse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Since when the keys of a project are its keys. Another key starts the clock again; another way to the same key does not. */
final class KeyAgeRules {
    private KeyAgeRules() {}

    /** The ages after a look at {@code now}, one for each provider whose key the project uses. */
    static List<KeyAge> next(List<KeyAge> known, List<KeyUse> uses, Instant now) {
        return uses.stream()
                .filter(use -> use.home() && !use.former())
                .collect(Collectors.toMap(
                        KeyUse::provider, use -> age(known, use, now), (one, other) -> one, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private static KeyAge age(List<KeyAge> known, KeyUse use, Instant now) {
        var since = known.stream()
                .filter(age -> isOf(age, use))
                .map(KeyAge::since)
                .findFirst()
                .orElse(now);
        return new KeyAge(use.provider(), use.id(), use.keyId(), since);
    }

    /** By the key's own identity; where one of them comes from a time without it, by the region's. */
    private static boolean isOf(KeyAge age, KeyUse use) {
        boolean isSame = age.keyId() == null || use.keyId() == null
                ? age.keyUseId().equals(use.id())
                : age.keyId().equals(use.keyId());
        return isSame && age.provider().equals(use.provider());
    }

    /** The providers that were not enabled before. */
    static Set<String> enabled(List<KeyAge> known, List<KeyAge> next) {
        return without(next, known);
    }

    /** The providers that are not enabled any more. */
    static Set<String> ended(List<KeyAge> known, List<KeyAge> next) {
        return without(known, next);
    }

    private static Set<String> without(List<KeyAge> some, List<KeyAge> others) {
        var excluded = others.stream().map(KeyAge::provider).collect(Collectors.toSet());
        return some.stream()
                .map(KeyAge::provider)
                .filter(provider -> !excluded.contains(provider))
                .collect(Collectors.toSet());
    }
}
