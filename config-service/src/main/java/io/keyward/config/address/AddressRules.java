package io.keyward.config.address;

import io.keyward.access.principal.AddressBlock;
import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What makes configured addresses of the control plane usable. Complaints name the key that has to be changed. */
final class AddressRules {
    private static final String PREFIX = "keyward.control-plane.addresses.";

    private AddressRules() {}

    /**
     * The addresses as they are answered: every cloud is there, regions are in the spelling of their cloud, and blocks in CIDR notation.
     *
     * @param direction {@code inbound} or {@code outbound}
     * @throws IllegalArgumentException when a cloud or region does not exist, or an address is none
     */
    static Map<String, Map<String, List<String>>> read(
            String direction, Map<String, Map<String, List<String>>> configured) {
        Map<String, Map<String, List<String>>> clouds = new TreeMap<>();
        for (Cloud cloud : Cloud.values()) {
            clouds.put(cloud.name().toLowerCase(Locale.ROOT), Map.of());
        }
        configured.forEach((cloud, regions) -> {
            String key = PREFIX + direction + "." + cloud;
            if (!clouds.containsKey(cloud)) {
                throw new IllegalArgumentException(key + " names no cloud: use one of " + clouds.keySet());
            }
            clouds.put(cloud, regions(key, Cloud.valueOf(cloud.toUpperCase(Locale.ROOT)), regions));
        });
        return clouds;
    }

    private static Map<String, List<String>> regions(String key, Cloud cloud, Map<String, List<String>> configured) {
        Map<String, List<String>> regions = new TreeMap<>();
        configured.forEach((name, blocks) -> {
            String region = cloud.region(name)
                    .map(CloudRegion::cloudName)
                    .orElseThrow(() ->
                            new IllegalArgumentException(key + "." + name + " names no region of " + cloud.name()));
            regions.put(
                    region,
                    blocks.stream().map(block -> block(key + "." + name, block)).toList());
        });
        return regions;
    }

    private static String block(String key, String text) {
        return AddressBlock.parse(text)
                .map(AddressBlock::toString)
                .orElseThrow(() -> new IllegalArgumentException(
                        key + " has " + text + ", which is neither an address nor a block of them in CIDR notation"));
    }
}
