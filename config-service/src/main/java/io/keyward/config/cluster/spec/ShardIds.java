package io.keyward.config.cluster.spec;

import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.cluster.spec.ReplicationSpec.RegionConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives shards and zones their ids, and regions the API's spelling. A shard that was there stays the same shard: the one whose id is sent,
 * else the next one of the same zone. Shards of the same zone name lie in the same zone.
 */
final class ShardIds {
    private static final String DEFAULT_ZONE = "Zone 1";

    private final List<ReplicationSpec> former;
    private final Map<String, String> zones = new HashMap<>();
    private final Supplier<String> ids;

    private ShardIds(List<ReplicationSpec> former, Supplier<String> ids) {
        this.former = new ArrayList<>(former);
        this.ids = ids;
        for (ReplicationSpec shard : former) {
            zones.put(zoneOf(shard), Objects.requireNonNull(shard.zoneId(), "a stored shard without a zone"));
        }
    }

    /**
     * The wanted shards, complete.
     *
     * @param former what there is
     * @param ids where new ids come from
     */
    static List<ReplicationSpec> complete(
            List<ReplicationSpec> wanted, List<ReplicationSpec> former, Supplier<String> ids) {
        ShardIds shards = new ShardIds(former, ids);
        List<Optional<ReplicationSpec>> named = wanted.stream()
                .map(shard ->
                        shards.take(other -> other.id() != null && other.id().equals(shard.id())))
                .toList();
        List<ReplicationSpec> result = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            result.add(shards.complete(wanted.get(i), named.get(i)));
        }
        return List.copyOf(result);
    }

    private ReplicationSpec complete(ReplicationSpec wanted, Optional<ReplicationSpec> named) {
        @Nullable String sent = wanted.zoneName();
        String zone = sent == null ? named.map(ShardIds::zoneOf).orElse(DEFAULT_ZONE) : sent;
        Optional<ReplicationSpec> same =
                named.or(() -> take(other -> zoneOf(other).equals(zone)));
        String zoneId = zones.computeIfAbsent(zone, name -> ids.get());
        String id = same.map(ReplicationSpec::id).orElseGet(ids);
        List<RegionConfig> regions = wanted.regions().stream()
                .map(region -> region.in(spelling(region)))
                .toList();
        return new ReplicationSpec(id, zoneId, zone, null, regions);
    }

    private Optional<ReplicationSpec> take(Predicate<ReplicationSpec> which) {
        Optional<ReplicationSpec> found = former.stream().filter(which).findFirst();
        found.ifPresent(former::remove);
        return found;
    }

    private static String zoneOf(ReplicationSpec shard) {
        return shard.zoneName() == null ? DEFAULT_ZONE : shard.zoneName();
    }

    private static String spelling(RegionConfig region) {
        String name = String.valueOf(region.regionName());
        return CloudProvider.find(region.cloud())
                .flatMap(cloud -> cloud.region(name))
                .map(CloudRegion::atlasName)
                .orElse(name);
    }
}
