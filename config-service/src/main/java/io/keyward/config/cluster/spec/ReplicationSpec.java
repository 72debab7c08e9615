package io.keyward.config.cluster.spec;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One shard, or the one replica set: as requested, as stored and as answered.
 *
 * @param id ours to give; ignored in a request
 * @param zoneId as {@code id}
 * @param numShards how many of it there are to be; only in requests of versions before 2024-08-05, see {@link OlderShape#unfold}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplicationSpec(
        @Nullable String id,
        @Nullable String zoneId,
        @Nullable String zoneName,
        @Nullable Integer numShards,
        @Nullable List<RegionConfig> regionConfigs) {

    /** The regions; empty when none were given. */
    public List<RegionConfig> regions() {
        return regionConfigs == null ? List.of() : regionConfigs;
    }

    /** Nodes in one region of one cloud. The {@code effective…} fields are ours to say, and ignored. */
    @JsonIgnoreProperties({"effectiveAnalyticsSpecs", "effectiveElectableSpecs", "effectiveReadOnlySpecs"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RegionConfig(
            @Nullable String providerName,
            @Nullable String backingProviderName,
            @Nullable String regionName,
            @Nullable Integer priority,
            @Nullable Hardware electableSpecs,
            @Nullable Hardware readOnlySpecs,
            @Nullable Hardware analyticsSpecs,
            @Nullable AutoScaling autoScaling,
            @Nullable AutoScaling analyticsAutoScaling) {

        /** The cloud whose region it is: of shared machines, the one behind them. */
        public @Nullable String cloud() {
            return CloudProvider.TENANT.name().equals(providerName) ? backingProviderName : providerName;
        }

        /** What its nodes are made of, one element per kind of node that there is. */
        public Stream<Hardware> hardware() {
            return Stream.of(
                            Optional.ofNullable(electableSpecs),
                            Optional.ofNullable(readOnlySpecs),
                            Optional.ofNullable(analyticsSpecs))
                    .flatMap(Optional::stream);
        }

        RegionConfig in(String region) {
            return with(region, UnaryOperator.identity());
        }

        RegionConfig withDisk(double sizeGB) {
            return with(regionName, hardware -> hardware.withDisk(sizeGB));
        }

        private RegionConfig with(@Nullable String region, UnaryOperator<Hardware> change) {
            return new RegionConfig(
                    providerName,
                    backingProviderName,
                    region,
                    priority,
                    electableSpecs == null ? null : change.apply(electableSpecs),
                    readOnlySpecs == null ? null : change.apply(readOnlySpecs),
                    analyticsSpecs == null ? null : change.apply(analyticsSpecs),
                    autoScaling,
                    analyticsAutoScaling);
        }
    }

    /** What each node is made of. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hardware(
            @Nullable String instanceSize,
            @Nullable Integer nodeCount,
            @Nullable Double diskSizeGB,
            @Nullable Integer diskIOPS,
            @Nullable String ebsVolumeType,
            @Nullable Object diskThroughput) {

        Hardware withDisk(double sizeGB) {
            return new Hardware(instanceSize, nodeCount, sizeGB, diskIOPS, ebsVolumeType, diskThroughput);
        }
    }

    /** When a tenant wants its nodes to grow or shrink by themselves. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AutoScaling(
            @Nullable Compute compute, @Nullable Disk diskGB) {

        /** Bounds of the instance size. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Compute(
                @Nullable Boolean enabled,
                @Nullable Boolean scaleDownEnabled,
                @Nullable String minInstanceSize,
                @Nullable String maxInstanceSize,
                @Nullable Boolean predictiveEnabled) {}

        /** Of the disk. */
        public record Disk(@Nullable Boolean enabled) {}
    }
}
