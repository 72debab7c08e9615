package io.keyward.config.cluster.spec;

import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.spec.ReplicationSpec.Hardware;
import io.keyward.config.cluster.spec.ReplicationSpec.RegionConfig;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes a shard buildable: regions that exist, sizes that their clouds have, and enough nodes to elect a primary. */
final class ShardRules {
    private static final int MAX_PRIORITY = 7;
    /** Of one kind in one region: more than any replica set can have. */
    private static final int MAX_NODES = 50;

    private static final Set<Long> ELECTABLE_NODES = Set.of(3L, 5L, 7L);

    private ShardRules() {}

    /**
     * What is wrong with one element of {@code replicationSpecs}, if anything.
     *
     * @param path of the element in the request
     */
    static Optional<ClusterError> check(String path, ReplicationSpec spec) {
        List<RegionConfig> regions = spec.regions();
        if (regions.isEmpty()) {
            return Optional.of(new ClusterError.Missing(path + ".regionConfigs"));
        }
        for (int i = 0; i < regions.size(); i++) {
            Optional<ClusterError> error = checkRegion(path + ".regionConfigs[" + i + "]", regions.get(i));
            if (error.isPresent()) {
                return error;
            }
        }
        return regions.stream().allMatch(region -> region.electableSpecs() == null)
                ? Optional.of(new ClusterError.Missing(path + ".regionConfigs[0].electableSpecs"))
                : checkElectable(path, regions);
    }

    /** A shard elects a primary: with an odd number of nodes over all regions. Left out, the number is up to whoever runs the databases. */
    private static Optional<ClusterError> checkElectable(String path, List<RegionConfig> regions) {
        List<Integer> counts = regions.stream()
                .map(RegionConfig::electableSpecs)
                .filter(Objects::nonNull)
                .map(Hardware::nodeCount)
                .filter(Objects::nonNull)
                .toList();
        long nodes = counts.stream().mapToLong(Integer::longValue).sum();
        return counts.isEmpty() || ELECTABLE_NODES.contains(nodes)
                ? Optional.empty()
                : Optional.of(new ClusterError.Unbuildable(
                        "the electable nodes of " + path + " are 3, 5 or 7 over all its regionConfigs, not " + nodes));
    }

    private static Optional<ClusterError> checkRegion(String path, RegionConfig region) {
        Optional<CloudProvider> provider = CloudProvider.find(region.providerName());
        if (provider.isEmpty()) {
            return unknownProvider(path + ".providerName", region.providerName());
        }
        Optional<CloudProvider> cloud = CloudProvider.find(region.cloud());
        if (cloud.isEmpty()) {
            return unknownProvider(path + ".backingProviderName", region.cloud());
        }
        if (region.regionName() == null) {
            return Optional.of(new ClusterError.Missing(path + ".regionName"));
        }
        if (cloud.get().region(region.regionName()).isEmpty()) {
            return Optional.of(new ClusterError.UnknownRegion(
                    path + ".regionName", region.regionName(), cloud.get().name()));
        }
        return checkPriority(path, region).or(() -> checkSizes(path, region, provider.get()));
    }

    private static Optional<ClusterError> unknownProvider(String path, @Nullable String value) {
        if (value == null) {
            return Optional.of(new ClusterError.Missing(path));
        }
        List<String> names =
                Stream.of(CloudProvider.values()).map(CloudProvider::name).toList();
        return Optional.of(new ClusterError.NotAllowed(path, value, names));
    }

    private static Optional<ClusterError> checkPriority(String path, RegionConfig region) {
        Integer priority = region.priority();
        return priority == null || (priority >= 0 && priority <= MAX_PRIORITY)
                ? Optional.empty()
                : Optional.of(new ClusterError.NotAllowed(
                        path + ".priority", String.valueOf(priority), List.of("0", "1", "2", "3", "4", "5", "6", "7")));
    }

    private static Optional<ClusterError> checkSizes(String path, RegionConfig region, CloudProvider provider) {
        return checkSize(path + ".electableSpecs", region.electableSpecs(), provider)
                .or(() -> checkSize(path + ".readOnlySpecs", region.readOnlySpecs(), provider))
                .or(() -> checkSize(path + ".analyticsSpecs", region.analyticsSpecs(), provider));
    }

    private static Optional<ClusterError> checkSize(String path, @Nullable Hardware specs, CloudProvider provider) {
        if (specs == null) {
            return Optional.empty();
        }
        if (specs.instanceSize() == null) {
            return Optional.of(new ClusterError.Missing(path + ".instanceSize"));
        }
        if (specs.nodeCount() != null && (specs.nodeCount() < 0 || specs.nodeCount() > MAX_NODES)) {
            return Optional.of(new ClusterError.Unbuildable(
                    path + ".nodeCount is 0 to " + MAX_NODES + ", not " + specs.nodeCount()));
        }
        return ClusterError.unlessAmong(path + ".instanceSize", specs.instanceSize(), provider.instanceSizes());
    }
}
