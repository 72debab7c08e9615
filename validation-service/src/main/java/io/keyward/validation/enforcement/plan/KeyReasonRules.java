package io.keyward.validation.enforcement.plan;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which keys a cluster depends on, and which of them hold it. In each of its regions a cluster uses the key use of that region; where its provider
 * has none there, it uses the home one from afar.
 */
public final class KeyReasonRules {
    private static final String NO_KEY = "NONE";

    private KeyReasonRules() {}

    /**
     * The reasons of kind KEY that hold a cluster now. A revoked key that the project gave up holds the cluster on, until a key that it uses instead is
     * seen valid: to know no key, or nothing of a key, is no evidence that the data can be read again.
     *
     * @param held all reasons that were announced last
     */
    public static Set<StopReason> of(
            String keyProvider, List<CloudRegion> regions, List<KeyUse> keyUses, Set<StopReason> held) {
        if (keyProvider.equals(NO_KEY)) {
            return Set.of();
        }
        var ofProvider = ofProvider(keyProvider, keyUses);
        var used = usedIn(regions, ofProvider).toList();
        var reasons = new LinkedHashSet<StopReason>();
        used.stream().flatMap(KeyReasonRules::reason).forEach(reasons::add);
        if (!areValid(used)) {
            reasons.addAll(ofKeysGivenUp(held, ofProvider));
        }
        return reasons;
    }

    /** The key uses that a cluster's data depends on. */
    public static List<KeyUse> used(String keyProvider, List<CloudRegion> regions, List<KeyUse> keyUses) {
        return keyProvider.equals(NO_KEY)
                ? List.of()
                : usedIn(regions, ofProvider(keyProvider, keyUses)).toList();
    }

    private static List<KeyUse> ofProvider(String keyProvider, List<KeyUse> keyUses) {
        return keyUses.stream()
                .filter(use -> use.provider().equals(keyProvider))
                .toList();
    }

    private static boolean areValid(List<KeyUse> used) {
        return !used.isEmpty() && used.stream().allMatch(use -> use.standing().verdict() instanceof Verdict.Valid);
    }

    private static Set<StopReason> ofKeysGivenUp(Set<StopReason> held, List<KeyUse> keyUses) {
        var known = keyUses.stream().map(KeyUse::id).collect(Collectors.toSet());
        return held.stream()
                .filter(reason -> reason.kind() == StopReason.Kind.KEY)
                .filter(reason -> !known.contains(reason.keyUseId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<KeyUse> usedIn(List<CloudRegion> regions, List<KeyUse> keyUses) {
        return regions.isEmpty()
                ? homes(keyUses)
                : regions.stream().flatMap(region -> usedIn(region, keyUses)).distinct();
    }

    private static Stream<KeyUse> usedIn(CloudRegion region, List<KeyUse> keyUses) {
        var near = keyUses.stream()
                .filter(use -> use.provider().equals(region.provider()))
                .filter(use -> use.region().equals(region.region()))
                .toList();
        return near.isEmpty() ? homes(keyUses) : near.stream();
    }

    /** Those that say so; where none does, the first. */
    private static Stream<KeyUse> homes(List<KeyUse> keyUses) {
        return keyUses.stream().anyMatch(KeyUse::home)
                ? keyUses.stream().filter(KeyUse::home)
                : keyUses.stream().limit(1);
    }

    private static Stream<StopReason> reason(KeyUse use) {
        return switch (use.standing().verdict()) {
            case Verdict.Revoked revoked ->
                Stream.of(new StopReason(
                        StopReason.Kind.KEY,
                        use.id(),
                        use.key(),
                        use.region(),
                        revoked.reason().name(),
                        use.explanation(),
                        revoked.since()));
            case Verdict.Unchecked ignored -> Stream.empty();
            case Verdict.Valid ignored -> Stream.empty();
            case Verdict.Unusable ignored -> Stream.empty();
        };
    }
}
