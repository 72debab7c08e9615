package io.keyward.config.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keyward.config.cluster.spec.ReplicationSpec;
import io.keyward.config.cluster.spec.ReplicationSpec.Hardware;
import io.keyward.config.cluster.spec.ReplicationSpec.RegionConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shard as versions from 2024-08-05 answer it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShardView(
        @Nullable String id,
        List<InRegion> regionConfigs,
        @Nullable String zoneId,
        @Nullable String zoneName) {

    static ShardView of(ReplicationSpec shard) {
        return new ShardView(
                shard.id(), shard.regions().stream().map(InRegion::of).toList(), shard.zoneId(), shard.zoneName());
    }

    /** Nodes in one region. What is effective is what was asked for: nothing is scaled here but by request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InRegion(
            @JsonUnwrapped RegionConfig config,
            @Nullable Hardware effectiveAnalyticsSpecs,
            @Nullable Hardware effectiveElectableSpecs,
            @Nullable Hardware effectiveReadOnlySpecs) {

        static InRegion of(RegionConfig config) {
            return new InRegion(config, config.analyticsSpecs(), config.electableSpecs(), config.readOnlySpecs());
        }
    }
}
