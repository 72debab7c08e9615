package io.keyward.e2e.stage;

import java.util.List;
import java.util.stream.Collectors;

/** What is posted for a cluster. */
final class ClusterBody {
    private static final int HIGHEST_PRIORITY = 7;

    private ClusterBody() {}

    /** A replica set with its nodes in these regions, the first of them preferred: three nodes in one, else three and two for each other. */
    static String replicaSet(String name, String encryption, String size, List<String> regions) {
        return replicaSet(name, encryption, specs(size, regions));
    }

    /** @param specs as one of the methods below has them */
    static String replicaSet(String name, String encryption, String specs) {
        return """
                {"name":"%s","clusterType":"REPLICASET","encryptionAtRestProvider":"%s","replicationSpecs":%s}""".formatted(name, encryption, specs);
    }

    /** The value of {@code replicationSpecs}, for a PATCH too. */
    static String specs(String size, List<String> regions) {
        return specsOn("AWS", size, regions);
    }

    /** The same on another cloud. */
    static String specsOn(String cloud, String size, List<String> regions) {
        return regions.stream()
                .map(region -> region(cloud, size, region, regions.indexOf(region)))
                .collect(Collectors.joining(",", "[{\"regionConfigs\":[", "]}]"));
    }

    private static String region(String cloud, String size, String region, int position) {
        return """
                {"providerName":"%s","regionName":"%s","priority":%d,"electableSpecs":{"instanceSize":"%s","nodeCount":%d}}""".formatted(cloud, Tenant.atlasName(region), HIGHEST_PRIORITY - position, size, position == 0 ? 3 : 2);
    }
}
