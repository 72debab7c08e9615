package io.keyward.config.cluster.guard;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.spec.CloudProvider;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.Place;
import io.keyward.config.cluster.spec.ReplicationSpec.RegionConfig;
import io.keyward.config.encryption.ProjectKeys.AwsKey;
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
     * @param existing regions in which the project has an endpoint, whatever its state; without any the project is not bound yet
     * @param active those of them in which it can be used
     */
    static Optional<ClusterError> checkEndpoints(
            Candidate candidate, Set<Place> gaining, Set<AwsRegion> existing, Set<AwsRegion> active) {
        List<String> missing = gaining.stream()
                .filter(place -> !place.aws().map(active::contains).orElse(false))
                .map(Place::toString)
                .sorted()
                .toList();
        return existing.isEmpty() || missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClusterError.EndpointMissing(candidate.name(), missing));
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
