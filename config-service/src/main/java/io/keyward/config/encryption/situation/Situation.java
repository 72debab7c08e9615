package io.keyward.config.encryption.situation;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.ProviderState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A project's keys of one provider with everything around them that a decision about them rests on.
 *
 * @param active whether the project is ACTIVE
 * @param clusters those under the project's keys of that provider, or to be, that are not deleted
 * @param snapshots those that need one of these keys
 * @param endpointRegions the provider's regions in which endpoints were last seen, whatever their state, or were admitted and not heard of yet
 */
public record Situation(
        ProviderState state,
        boolean active,
        List<ClusterUse> clusters,
        List<SnapshotUse> snapshots,
        Set<CloudRegion> endpointRegions) {

    /** The provider that this is about. */
    public Cloud provider() {
        return state.provider();
    }

    /** The clusters that are not being deleted. */
    public List<ClusterUse> stayingClusters() {
        return clusters.stream().filter(cluster -> !cluster.leaving()).toList();
    }

    /** The names of the clusters that are not being deleted. */
    public List<String> stayingNames() {
        return stayingClusters().stream().map(ClusterUse::name).toList();
    }

    /** Whether a cluster, even one that is being deleted, or a snapshot is under that project key. */
    public boolean isHeld(String keyId) {
        return clusters.stream().anyMatch(cluster -> cluster.isUnder(keyId))
                || snapshots.stream().anyMatch(snapshot -> snapshot.keyId().equals(keyId));
    }

    /** The regions with nodes that are to stay. */
    public Set<CloudRegion> regionsInUse() {
        return stayingClusters().stream()
                .flatMap(cluster -> cluster.regionsOn(provider()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The regions that want a key use of their own under that configuration: the home one, and wherever there are nodes or endpoints. */
    public Set<CloudRegion> neededRegions(KmsConfig wanted) {
        return neededRegions(wanted, wanted.region());
    }

    /** The same for a key of that configuration whose home is another region. */
    Set<CloudRegion> neededRegions(KmsConfig wanted, CloudRegion home) {
        Set<CloudRegion> needed = new HashSet<>();
        needed.add(home);
        if (wanted.isRegional()) {
            needed.addAll(endpointRegions);
            clusters.forEach(cluster -> needed.addAll(cluster.regionsOn(provider())));
        }
        return Set.copyOf(needed);
    }
}
