package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Which regions of a project have a key use of their own. Pure. */
public final class RegionRules {
    private static final int REGION = 3;
    private static final int FIELDS = 6;

    private RegionRules() {}

    /** Whether a key, given by id or ARN, can have replicas in other regions. */
    public static boolean isMultiRegion(String key) {
        return key.substring(key.lastIndexOf('/') + 1).startsWith("mrk-");
    }

    /** Full name that the key's replica in that region has, if it can have one there: a multi-Region key, within its part of AWS. */
    public static Optional<String> replicaArn(String arn, AwsRegion region) {
        String[] fields = arn.split(":", FIELDS);
        if (fields.length < FIELDS || !isMultiRegion(arn) || !fields[1].equals(region.partition())) {
            return Optional.empty();
        }
        fields[REGION] = region.cloudName();
        return Optional.of(String.join(":", fields));
    }

    /**
     * The key uses after a proof, the home one first. The same key in the same region stays the same key use, whatever opens it; a region
     * that was not proved keeps its key use only under the same key, and while it is needed.
     *
     * @param ids gives new key uses their ids
     */
    public static List<KeyInUse> proved(
            EncryptionState current, KeyProof proof, Set<AwsRegion> needed, Supplier<String> ids) {
        List<KeyInUse> keys = new ArrayList<>();
        for (InRegion found : proof.all()) {
            keys.add(keyInUse(current, found, ids));
        }
        if (current.isKey(proof.home().arn())) {
            current.keys().stream()
                    .filter(key ->
                            needed.contains(key.region()) && !proof.regions().contains(key.region()))
                    .forEach(keys::add);
        }
        return keys;
    }

    /** The key uses when more regions get one; the same list when all of them have theirs. */
    public static List<KeyInUse> adopted(EncryptionState current, List<InRegion> found, Supplier<String> ids) {
        List<KeyInUse> keys = new ArrayList<>(current.keys());
        found.stream()
                .filter(one -> current.in(one.region()).isEmpty())
                .sorted(Comparator.comparing(InRegion::region))
                .forEach(one -> keys.add(keyInUse(current, one, ids)));
        return keys;
    }

    /**
     * The key uses that a project should have: without those of regions that are needed no longer, and with those of endpoints that lack
     * one; an endpoint exists only where the key was found.
     */
    public static List<KeyInUse> fitting(Situation situation, Supplier<String> ids) {
        Optional<KeyInUse> home = situation.state().home();
        if (home.isEmpty()) {
            return List.of();
        }
        Set<AwsRegion> needed = situation.neededRegions(home.get().region());
        EncryptionState kept = new EncryptionState(
                situation.state().groupId(),
                situation.state().config(),
                situation.state().keys().stream()
                        .filter(key -> needed.contains(key.region()))
                        .toList(),
                situation.state().version());
        List<InRegion> lacking = situation.endpointRegions().stream()
                .flatMap(region ->
                        replicaArn(home.get().arn(), region).map(arn -> InRegion.untried(region, arn)).stream())
                .toList();
        return adopted(kept, lacking, ids);
    }

    private static KeyInUse keyInUse(EncryptionState current, InRegion found, Supplier<String> ids) {
        String keyUseId = current.in(found.region())
                .filter(key -> key.arn().equals(found.arn()))
                .map(KeyInUse::keyUseId)
                .orElseGet(ids);
        return new KeyInUse(keyUseId, found.region(), found.arn(), found.valid(), found.at());
    }
}
