package io.keyward.config.cluster.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.spec.ReplicationSpec.Hardware;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A zone, as versions before 2024-08-05 list it: all shards of a zone are alike and counted. What those versions add to a request is
 * understood in every version.
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

    private static final int MAX_SHARDS = 50;

    /** What is wrong with the counts in a request, if anything. */
    static Optional<ClusterError> check(ClusterRequest request) {
        List<ReplicationSpec> specs = request.replicationSpecs() == null ? List.of() : request.replicationSpecs();
        for (int i = 0; i < specs.size(); i++) {
            Integer count = specs.get(i).numShards();
            if (count != null && (count < 1 || count > MAX_SHARDS)) {
                return Optional.of(new ClusterError.Unbuildable(
                        "replicationSpecs[" + i + "].numShards is 1 to " + MAX_SHARDS + ", not " + count));
            }
        }
        return Optional.empty();
    }

    /**
     * The shards that a checked request asks for, in the newer shape: zones become as many shards as they count, and one disk size for all
     * becomes the size of each.
     *
     * @param current what there is, if the request leaves the shards as they are
     */
    static List<ReplicationSpec> unfold(ClusterRequest request, List<ReplicationSpec> current) {
        Double disk = request.diskSizeGB();
        List<ReplicationSpec> shards = request.replicationSpecs() == null
                ? current
                : request.replicationSpecs().stream()
                        .flatMap(OlderShape::shards)
                        .toList();
        return disk == null
                ? shards
                : shards.stream().map(shard -> withDisk(shard, disk)).toList();
    }

    /** The first one carries the zone's id. */
    private static Stream<ReplicationSpec> shards(ReplicationSpec zone) {
        int count = zone.numShards() == null ? 1 : zone.numShards();
        return Stream.iterate(0, i -> i < count, i -> i + 1)
                .map(i -> new ReplicationSpec(
                        i == 0 ? zone.id() : null, zone.zoneId(), zone.zoneName(), null, zone.regionConfigs()));
    }

    private static ReplicationSpec withDisk(ReplicationSpec shard, double sizeGB) {
        List<ReplicationSpec.RegionConfig> regions =
                shard.regions().stream().map(region -> region.withDisk(sizeGB)).toList();
        return new ReplicationSpec(shard.id(), shard.zoneId(), shard.zoneName(), null, regions);
    }

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
