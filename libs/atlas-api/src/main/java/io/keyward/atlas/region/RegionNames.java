package io.keyward.atlas.region;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Finds regions by either of their names. */
final class RegionNames {
    private RegionNames() {}

    /** Of several regions with one name in their cloud, the first that is declared has it. */
    static <R extends CloudRegion> Map<String, R> of(R[] regions) {
        Map<String, R> byName = new HashMap<>();
        Arrays.stream(regions).forEach(region -> byName.put(region.atlasName(), region));
        Arrays.stream(regions).forEach(region -> byName.putIfAbsent(region.cloudName(), region));
        return Collections.unmodifiableMap(byName);
    }
}
