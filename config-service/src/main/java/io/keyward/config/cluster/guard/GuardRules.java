package io.keyward.config.cluster.guard;

import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.spec.CloudProvider;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.Place;
import io.keyward.config.cluster.spec.ReplicationSpec.RegionConfig;
import io.keyward.config.encryption.ProjectKeys.AwsKey;
import io.keyward.config.endpoint.EndpointWords;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.config.endpoint.RegionEndpoints;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a cluster may be, given the project's key and its private endpoints. Pure. */
final class GuardRules {
    private static final String AWS = CloudProvider.AWS.name();
    /** What whoever runs the databases makes of nodes that were not counted. */
    private static final int UNSAID = 3;

    private GuardRules() {}

    /** Whether the project's key can be the cluster's at all. */
    static Optional<ClusterError> checkKey(Candidate candidate, Optional<AwsKey> key) {
        ClusterSpec next = candidate.next();
        if (!next.usesCustomerKey()) {
            return Optional.empty();
        }
        if (key.isEmpty() || !next.encryptionAtRestProvider().equals(AWS)) {
            return Optional.of(new ClusterError.NotEnabled(candidate.groupId()));
        }
        return key.get().privateNetworking() && candidate.takesKeySomewhere()
                ? checkReach(candidate, key.get())
                : Optional.empty();
    }

    /** Private networking reaches one cloud, and as many of its regions as the key has replicas. */
    private static Optional<ClusterError> checkReach(Candidate candidate, AwsKey key) {
        Set<CloudProvider> clouds =
                candidate.next().places().stream().map(Place::cloud).collect(Collectors.toUnmodifiableSet());
        if (clouds.size() > 1) {
            return beyond(candidate, "it runs on more than one cloud, and private endpoints reach only AWS");
        }
        if (!clouds.contains(CloudProvider.AWS)) {
            return beyond(candidate, "it does not run on AWS, where the key and its private endpoints are");
        }
        return candidate.next().places().size() > 1 && !key.multiRegion()
                ? beyond(candidate, "it runs in several regions, and the key " + key.arn() + " is a single-Region key")
                : Optional.empty();
    }

    private static Optional<ClusterError> beyond(Candidate candidate, String why) {
        return Optional.of(new ClusterError.BeyondPrivateNetworking(candidate.name(), why));
    }

    /** Where the cluster gets nodes that it does not have: all its places, if it is new. */
    static Set<Place> gaining(@Nullable ClusterSpec current, ClusterSpec next) {
        Map<Place, Integer> former = current == null ? Map.of() : nodes(current);
        return nodes(next).entrySet().stream()
                .filter(place -> !former.containsKey(place.getKey()) || place.getValue() > former.get(place.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether nodes can be added there.
     *
     * @param endpoints those of the project, whatever their state, oldest first; without any the project is not bound yet
     */
    static Optional<ClusterError> checkEndpoints(
            Candidate candidate, Set<Place> gaining, List<PrivateEndpoint> endpoints) {
        List<RegionEndpoints> regions = RegionEndpoints.of(endpoints);
        List<ClusterError.Gap> missing = gaining.stream()
                .flatMap(place -> gap(place, regions).stream())
                .sorted(Comparator.comparing(ClusterError.Gap::region))
                .toList();
        return endpoints.isEmpty() || missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClusterError.EndpointMissing(candidate.name(), missing));
    }

    /** A lost endpoint covers its region no more, and its replacement not until it is ACTIVE. */
    private static Optional<ClusterError.Gap> gap(Place place, List<RegionEndpoints> regions) {
        String there = place.toString();
        if (place.cloud() != CloudProvider.AWS) {
            return Optional.of(new ClusterError.Gap(there, "private endpoints are on AWS alone"));
        }
        Optional<RegionEndpoints> found =
                regions.stream().filter(one -> one.regionName().equals(there)).findFirst();
        return found.map(RegionEndpoints::isCovered).orElse(false)
                ? Optional.empty()
                : Optional.of(new ClusterError.Gap(
                        there, found.map(EndpointWords::missing).orElse("there is none, make one")));
    }

    private static Map<Place, Integer> nodes(ClusterSpec spec) {
        return spec.regions().collect(Collectors.toMap(Place::of, GuardRules::nodes, Integer::sum));
    }

    private static int nodes(RegionConfig region) {
        return region.hardware()
                .mapToInt(hardware -> hardware.nodeCount() == null ? UNSAID : hardware.nodeCount())
                .sum();
    }
}
