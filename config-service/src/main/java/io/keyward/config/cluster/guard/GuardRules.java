package io.keyward.config.cluster.guard;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.spec.CloudProvider;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.Place;
import io.keyward.config.cluster.spec.ReplicationSpec.RegionConfig;
import io.keyward.config.encryption.ProjectKeys.CurrentKey;
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
    /** What whoever runs the databases makes of nodes that were not counted. */
    private static final int UNSAID = 3;

    private GuardRules() {}

    /** Whether the project's key can be the cluster's at all. */
    static Optional<ClusterError> checkKey(Candidate candidate, Optional<CurrentKey> key) {
        ClusterSpec next = candidate.next();
        if (!next.usesCustomerKey()) {
            return Optional.empty();
        }
        if (key.isEmpty()) {
            return Optional.of(new ClusterError.NotEnabled(candidate.groupId()));
        }
        return key.get().privateNetworking() && candidate.takesKeySomewhere()
                ? checkReach(candidate, key.get())
                : Optional.empty();
    }

    /** Private networking reaches one cloud, and as many of its regions as the key has replicas. */
    private static Optional<ClusterError> checkReach(Candidate candidate, CurrentKey key) {
        Set<CloudProvider> clouds =
                candidate.next().places().stream().map(Place::cloud).collect(Collectors.toUnmodifiableSet());
        if (clouds.size() > 1) {
            return beyond(
                    candidate, "it runs on more than one cloud, and private endpoints reach only " + key.provider());
        }
        if (!clouds.contains(CloudProvider.valueOf(key.provider().name()))) {
            return beyond(
                    candidate,
                    "it does not run on " + key.provider() + ", where the key and its private endpoints are");
        }
        return candidate.next().places().size() > 1 && !key.multiRegion()
                ? beyond(candidate, "it runs in several regions, and the key " + key.name() + " is a single-Region key")
                : Optional.empty();
    }

    private static Optional<ClusterError> beyond(Candidate candidate, String why) {
        return Optional.of(new ClusterError.BeyondPrivateNetworking(candidate.name(), why));
    }

    /** In which clouds endpoints decide where nodes may be added: where the cluster's key is, and for one without a key wherever the project has one. */
    static List<Cloud> binding(Candidate candidate, List<CurrentKey> keys) {
        return keys.stream()
                .filter(CurrentKey::privateNetworking)
                .map(CurrentKey::provider)
                .filter(provider -> candidate
                        .keyProvider()
                        .map(wanted -> wanted == provider)
                        .orElse(true))
                .toList();
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
     * @param cloud the one that the key and its endpoints are in
     * @param endpoints those of the project in that cloud, whatever their state, oldest first; the project is not bound yet before the first one on AWS,
     *     nor before the first approval on Azure
     */
    static Optional<ClusterError> checkEndpoints(
            Candidate candidate, Set<Place> gaining, Cloud cloud, List<PrivateEndpoint> endpoints) {
        List<RegionEndpoints> regions = RegionEndpoints.of(endpoints);
        List<ClusterError.Gap> missing = gaining.stream()
                .flatMap(place -> gap(place, cloud, regions).stream())
                .sorted(Comparator.comparing(ClusterError.Gap::region))
                .toList();
        return !isBound(cloud, endpoints) || missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClusterError.EndpointMissing(candidate.name(), missing));
    }

    /** On AWS from the first endpoint on, on Azure from the first that was ever approved (E8). */
    private static boolean isBound(Cloud cloud, List<PrivateEndpoint> endpoints) {
        return switch (cloud) {
            case AWS -> !endpoints.isEmpty();
            case AZURE -> endpoints.stream().anyMatch(PrivateEndpoint::stood);
            case GCP -> false;
        };
    }

    /** A lost endpoint covers its region no more, and its replacement not until it is ACTIVE. */
    private static Optional<ClusterError.Gap> gap(Place place, Cloud cloud, List<RegionEndpoints> regions) {
        String there = place.toString();
        if (!place.cloud().name().equals(cloud.name())) {
            return Optional.of(new ClusterError.Gap(there, "private endpoints are on " + cloud + " alone"));
        }
        Optional<RegionEndpoints> found = regions.stream()
                .filter(one -> one.regionName().equals(place.region()))
                .findFirst();
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
