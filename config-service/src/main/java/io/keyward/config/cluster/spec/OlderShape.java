package io.keyward.config.cluster.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.config.cluster.spec.ReplicationSpec.Hardware;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A zone, as versions before 2024-08-05 list it: all shards of a zone are alike and counted.
 *
 * @param id of the zone's first shard
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OlderShape(
        @Nullable String id,
        int numShards,
        @Nullable List<ReplicationSpec.RegionConfig> regionConfigs,
        @Nullable String zoneId,
        @Nullable String zoneName) {

    /** The zones, in the order in which they first appear. */
    public static List<OlderShape> of(List<ReplicationSpec> shards) {
        Map<String, List<ReplicationSpec>> zones = new LinkedHashMap<>();
        for (ReplicationSpec shard : shards) {
            zones.computeIfAbsent(String.valueOf(shard.zoneName()), name -> new ArrayList<>())
                    .add(shard);
        }
        return zones.values().stream().map(OlderShape::zone).toList();
    }

    /** The disk size of the first nodes that have one. */
    public static @Nullable Double diskSize(List<ReplicationSpec> shards) {
        return shards.stream()
                .flatMap(shard -> shard.regions().stream())
                .map(ReplicationSpec.RegionConfig::electableSpecs)
                .filter(Objects::nonNull)
                .map(Hardware::diskSizeGB)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static OlderShape zone(List<ReplicationSpec> shards) {
        ReplicationSpec first = shards.getFirst();
        return new OlderShape(first.id(), shards.size(), first.regionConfigs(), first.zoneId(), first.zoneName());
    }
}
