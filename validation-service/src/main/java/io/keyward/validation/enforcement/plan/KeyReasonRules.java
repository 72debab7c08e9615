package io.keyward.validation.enforcement.plan;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which keys a cluster depends on, and which of them hold it: all that anything of it is wrapped with, so that a cluster on its way from one key to
 * another is held when either is condemned. Of each key it uses, in each of its regions, the key use of that region; where the key has none there, the
 * home one from afar.
 */
public final class KeyReasonRules {
    private KeyReasonRules() {}

    /**
     * The reasons of kind KEY that there are against a cluster now. A revoked key that the project gave up remains one, until all keys that the cluster
     * uses instead are seen valid: to know no key, or nothing of a key, is no evidence that the data can be read again.
     *
     * @param before all reasons that there were, whether they held it or not
     */
    public static Set<StopReason> of(Wrapping cluster, List<KeyUse> keyUses, Set<StopReason> before) {
        var reasons = new LinkedHashSet<StopReason>();
        if (cluster.needsKeys()) {
            used(cluster, keyUses).stream().flatMap(KeyReasonRules::reason).forEach(reasons::add);
            if (!areValid(cluster, keyUses)) {
                reasons.addAll(ofKeysGivenUp(before, cluster, keyUses));
            }
        }
        return reasons;
    }

    /** The key uses that a cluster's data depends on. */
    public static List<KeyUse> used(Wrapping cluster, List<KeyUse> keyUses) {
        return cluster.needsKeys()
                ? keysOf(cluster, keyUses)
                        .flatMap(key -> usedIn(cluster.regions(), key))
                        .distinct()
                        .toList()
                : List.of();
    }

    /**
     * The key uses of each key that the cluster is under; none of a key that nothing is known of yet. A key use that never was told whose it is was
     * listed when a project had one key: everything that is under a key may be under that one.
     */
    private static Stream<List<KeyUse>> keysOf(Wrapping cluster, List<KeyUse> keyUses) {
        return cluster.keyIds().isEmpty()
                ? Stream.of(only(keyUses, use -> use.provider().equals(cluster.keyProvider()) && !use.former()))
                : cluster.keyIds().stream()
                        .map(id -> only(keyUses, use -> use.keyId() == null || id.equals(use.keyId())));
    }

    private static List<KeyUse> only(List<KeyUse> keyUses, Predicate<KeyUse> which) {
        return keyUses.stream().filter(which).toList();
    }

    private static boolean areValid(Wrapping cluster, List<KeyUse> keyUses) {
        return keysOf(cluster, keyUses)
                .map(key -> usedIn(cluster.regions(), key).toList())
                .allMatch(key -> !key.isEmpty()
                        && key.stream().allMatch(use -> use.standing().verdict() instanceof Verdict.Valid));
    }

    private static Set<StopReason> ofKeysGivenUp(Set<StopReason> before, Wrapping cluster, List<KeyUse> keyUses) {
        var known =
                keysOf(cluster, keyUses).flatMap(List::stream).map(KeyUse::id).collect(Collectors.toSet());
        return before.stream()
                .filter(reason -> reason.kind() == StopReason.Kind.KEY)
                .filter(reason -> !known.contains(reason.keyUseId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<KeyUse> usedIn(List<CloudRegion> regions, List<KeyUse> key) {
        return regions.isEmpty()
                ? homes(key)
                : regions.stream().flatMap(region -> usedIn(region, key)).distinct();
    }

    private static Stream<KeyUse> usedIn(CloudRegion region, List<KeyUse> key) {
        var near = only(
                key,
                use -> use.provider().equals(region.provider()) && use.region().equals(region.region()));
        return near.isEmpty() ? homes(key) : near.stream();
    }

    /** Those that say so; where none does, the first. */
    private static Stream<KeyUse> homes(List<KeyUse> key) {
        return key.stream().anyMatch(KeyUse::home)
                ? key.stream().filter(KeyUse::home)
                : key.stream().limit(1);
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
