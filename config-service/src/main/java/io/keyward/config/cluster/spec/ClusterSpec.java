package io.keyward.config.cluster.spec;

import io.keyward.config.cluster.spec.ClusterRequest.Label;
import io.keyward.config.cluster.spec.ReplicationSpec.Hardware;
import io.keyward.config.cluster.spec.ReplicationSpec.RegionConfig;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a tenant wants a cluster to be, complete and checked.
 *
 * @param encryptionAtRestProvider {@code NONE} or {@code AWS}
 * @param options settings that are kept and answered as they were sent, and nothing more
 */
public record ClusterSpec(
        String clusterType,
        String encryptionAtRestProvider,
        List<ReplicationSpec> replicationSpecs,
        boolean backupEnabled,
        boolean pitEnabled,
        boolean terminationProtectionEnabled,
        String mongoDBMajorVersion,
        String versionReleaseSystem,
        List<Label> tags,
        List<Label> labels,
        Map<String, Object> options) {
    /** Value of {@code encryptionAtRestProvider} without a customer key. */
    public static final String NONE = "NONE";

    /** What a cluster is of which nothing was said; it has no nodes yet. */
    static final ClusterSpec UNSAID = new ClusterSpec(
            "REPLICASET",
            NONE,
            List.of(),
            false,
            false,
            false,
            "8.0",
            "LTS",
            List.of(),
            List.of(),
            Map.of("rootCertType", "ISRGROOTX1"));

    /** The same with other shards. */
    ClusterSpec with(List<ReplicationSpec> shards) {
        return new ClusterSpec(
                clusterType,
                encryptionAtRestProvider,
                shards,
                backupEnabled,
                pitEnabled,
                terminationProtectionEnabled,
                mongoDBMajorVersion,
                versionReleaseSystem,
                tags,
                labels,
                options);
    }

    /** The same with what is merely said of the other: its words, and whether it is protected. Nobody has to do anything for these. */
    public ClusterSpec withWordsOf(ClusterSpec other) {
        return new ClusterSpec(
                clusterType,
                encryptionAtRestProvider,
                replicationSpecs,
                backupEnabled,
                pitEnabled,
                other.terminationProtectionEnabled,
                mongoDBMajorVersion,
                versionReleaseSystem,
                other.tags,
                other.labels,
                options);
    }

    /**
     * The same with the nodes of the other, and what wraps them. All else stays: a newer version of the database, for one, is not taken back.
     */
    public ClusterSpec withNodesOf(ClusterSpec other) {
        return new ClusterSpec(
                other.clusterType,
                other.encryptionAtRestProvider,
                other.replicationSpecs,
                backupEnabled,
                pitEnabled,
                terminationProtectionEnabled,
                mongoDBMajorVersion,
                versionReleaseSystem,
                tags,
                labels,
                options);
    }

    /** Nodes in one region, of every shard. */
    public Stream<RegionConfig> regions() {
        return replicationSpecs.stream().flatMap(shard -> shard.regions().stream());
    }

    /** Where nodes run, each place once, in the order in which they are first named. */
    public Set<Place> places() {
        return regions().map(Place::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many nodes were asked for; whatever runs the databases decides where it was not said. */
    public int nodes() {
        return regions()
                .flatMap(RegionConfig::hardware)
                .map(Hardware::nodeCount)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Whether the shards of each zone have the same nodes. */
    public boolean shardsAreAlike() {
        return replicationSpecs.stream()
                .collect(Collectors.groupingBy(
                        shard -> String.valueOf(shard.zoneName()),
                        Collectors.mapping(ReplicationSpec::regions, Collectors.toSet())))
                .values()
                .stream()
                .allMatch(kinds -> kinds.size() == 1);
    }

    /** The version of the database, in full. */
    public String mongoDBVersion() {
        return mongoDBMajorVersion + ".0";
    }

    /** Whether its nodes run on machines that are shared with others. */
    public boolean isShared() {
        return regions().anyMatch(region -> CloudProvider.TENANT.name().equals(region.providerName()));
    }

    /** Whether any of its nodes keep their data on disks that are lost when their machine is stopped. */
    public boolean hasLocalDisks() {
        return regions().flatMap(RegionConfig::hardware).anyMatch(hardware -> String.valueOf(hardware.instanceSize())
                .contains("_NVME"));
    }

    /** Whether the cluster is wrapped by the project's key. */
    public boolean usesCustomerKey() {
        return !encryptionAtRestProvider.equals(NONE);
    }
}
