package io.keyward.config.cluster.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shard, or the one replica set: as requested, as stored and as answered.
 *
 * @param id ours to give; ignored in a request
 * @param zoneId as {@code id}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplicationSpec(
        @Nullable String id,
        @Nullable String zoneId,
        @Nullable String zoneName,
        @Nullable List<RegionConfig> regionConfigs) {

    /** The regions; empty when none were given. */
    public List<RegionConfig> regions() {
        return regionConfigs == null ? List.of() : regionConfigs;
    }

    /** Nodes in one region of one cloud. The {@code effective…} fields are ours to say, and ignored. */
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
            @Nullable AutoScaling analyticsAutoScaling,
            @Nullable Object effectiveElectableSpecs,
            @Nullable Object effectiveReadOnlySpecs,
            @Nullable Object effectiveAnalyticsSpecs) {

        /** The cloud whose region it is: of shared machines, the one behind them. */
        public @Nullable String cloud() {
            return CloudProvider.TENANT.name().equals(providerName) ? backingProviderName : providerName;
        }

        RegionConfig in(String region) {
            return new RegionConfig(
                    providerName,
                    backingProviderName,
                    region,
                    priority,
                    electableSpecs,
                    readOnlySpecs,
                    analyticsSpecs,
                    autoScaling,
                    analyticsAutoScaling,
                    null,
                    null,
                    null);
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
            @Nullable Object diskThroughput) {}

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
