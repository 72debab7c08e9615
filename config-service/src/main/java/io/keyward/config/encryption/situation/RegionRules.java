package io.keyward.config.encryption.situation;

import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which keys a project has, and in which regions each has a key use of its own. Pure. */
public final class RegionRules {
    private RegionRules() {}

    /**
     * The keys after a proof, the current one first. The proved key is the current one from now on; it keeps its identity when it was known, and
     * another one that was current becomes a former one. The same key in the same region stays the same key use, whatever opens it; a region that
     * was not proved keeps its key use while it is needed. What opens it opens them all. Former keys go that nothing is under.
     *
     * @param ids gives new keys and key uses their ids
     */
    public static List<ProjectKey> proved(
            Situation now, KmsConfig wanted, KeyProof proof, Supplier<String> ids, Instant at) {
        InRegion home = proof.home();
        Optional<ProjectKey> known = now.state().keys().stream()
                .filter(key -> key.isNamed(home.name()))
                .findFirst();
        List<ProjectKey> keys = new ArrayList<>();
        keys.add(new ProjectKey(
                known.map(ProjectKey::id).orElseGet(ids),
                wanted.named(home.region(), home.name()),
                known.filter(key -> !key.isFormer()).map(ProjectKey::since).orElse(at),
                null,
                uses(known, proof, now.neededRegions(wanted, home.region()), ids)));
        now.state().keys().stream()
                .filter(key -> known.isEmpty() || !key.id().equals(known.get().id()))
                .flatMap(key -> held(now, key.replaced(at)).stream())
                .map(key -> key.openedLike(wanted))
                .forEach(keys::add);
        return List.copyOf(keys);
    }

    private static List<KeyInUse> uses(
            Optional<ProjectKey> known, KeyProof proof, Set<CloudRegion> needed, Supplier<String> ids) {
        List<KeyInUse> uses = new ArrayList<>();
        for (InRegion found : proof.all()) {
            uses.add(use(known, found, ids));
        }
        known.stream()
                .flatMap(key -> key.uses().stream())
                .filter(use -> needed.contains(use.region()) && !proof.regions().contains(use.region()))
                .forEach(uses::add);
        return uses;
    }

    /** The keys when customer keys are given up: only those stay, as former ones, that something is under. */
    public static List<ProjectKey> givenUp(Situation now, Instant at) {
        return now.state().keys().stream()
                .flatMap(key -> held(now, key.replaced(at)).stream())
                .toList();
    }

    /** The keys when the current one gets a key use in more regions; the same list when all of them have theirs. */
    public static List<ProjectKey> adopted(ProviderState current, List<InRegion> found, Supplier<String> ids) {
        return current.keys().stream()
                .map(key -> key.isFormer() ? key : adopted(key, found, ids))
                .toList();
    }

    private static ProjectKey adopted(ProjectKey key, List<InRegion> found, Supplier<String> ids) {
        List<KeyInUse> uses = new ArrayList<>(key.uses());
        found.stream()
                .filter(one -> key.in(one.region()).isEmpty())
                .sorted(Comparator.comparing(InRegion::region, CloudRegion.ORDER))
                .forEach(one -> uses.add(use(Optional.of(key), one, ids)));
        return key.withUses(uses);
    }

    /**
     * The keys that a project should have: without former ones that nothing is under, without key uses of regions that are needed no longer, and
     * with those of endpoints that lack one; an endpoint exists only where the key was found.
     */
    public static List<ProjectKey> fitting(Situation now, Supplier<String> ids) {
        return now.state().keys().stream()
                .flatMap(key -> key.isFormer() ? held(now, key).stream() : Stream.of(fitting(now, key, ids)))
                .toList();
    }

    private static ProjectKey fitting(Situation now, ProjectKey current, Supplier<String> ids) {
        KmsConfig config = now.state().config().orElseThrow();
        ProjectKey kept = inRegions(current, now.neededRegions(config, current.home()));
        List<InRegion> lacking = now.endpointRegions().stream()
                .flatMap(region ->
                        config.nameIn(region, current.name()).map(name -> InRegion.untried(region, name)).stream())
                .toList();
        return adopted(kept, lacking, ids);
    }

    /** A former key, where it still matters: in its home region and in those of the clusters under it. Empty when nothing is under it. */
    private static Optional<ProjectKey> held(Situation now, ProjectKey key) {
        if (!now.isHeld(key.id())) {
            return Optional.empty();
        }
        Set<CloudRegion> regions = new HashSet<>(Set.of(key.home()));
        now.clusters().stream()
                .filter(cluster -> cluster.isUnder(key.id()))
                .forEach(cluster -> regions.addAll(cluster.regionsOn(now.provider())));
        return Optional.of(inRegions(key, regions));
    }

    private static ProjectKey inRegions(ProjectKey key, Set<CloudRegion> regions) {
        return key.withUses(key.uses().stream()
                .filter(use -> regions.contains(use.region()))
                .toList());
    }

    private static KeyInUse use(Optional<ProjectKey> known, InRegion found, Supplier<String> ids) {
        String keyUseId = known.flatMap(key -> key.in(found.region()))
                .filter(use -> use.name().equals(found.name()))
                .map(KeyInUse::keyUseId)
                .orElseGet(ids);
        return new KeyInUse(keyUseId, found.region(), found.name(), found.valid(), found.at());
    }
}
