package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A project's KMS configuration with everything around it that a decision about it rests on.
 *
 * @param active whether the project is ACTIVE
 * @param clusters those under the project's AWS keys that are not deleted
 * @param snapshots those that need one of the project's keys
 * @param endpointRegions the AWS regions in which endpoints were last seen, whatever their state, or were admitted and not heard of yet
 */
public record Situation(
        EncryptionState state,
        boolean active,
        List<ClusterUse> clusters,
        List<SnapshotUse> snapshots,
        Set<AwsRegion> endpointRegions) {

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
    public Set<AwsRegion> regionsInUse() {
        return stayingClusters().stream()
                .flatMap(cluster -> cluster.awsRegions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The regions that want a key of their own when the key's home is {@code home}: that one, and wherever there are nodes or endpoints. */
    public Set<AwsRegion> neededRegions(AwsRegion home) {
        Set<AwsRegion> needed = new HashSet<>(endpointRegions);
        needed.add(home);
        clusters.forEach(cluster -> needed.addAll(cluster.awsRegions()));
        return Set.copyOf(needed);
    }
}
