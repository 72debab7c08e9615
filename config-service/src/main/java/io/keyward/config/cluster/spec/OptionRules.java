package io.keyward.config.cluster.spec;

import io.keyward.config.cluster.refusal.ClusterError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which values the settings take that are merely kept, and which ones nodes are made with. */
final class OptionRules {
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "adaptiveCapacity", List.of("ENABLED", "DISABLED"),
            "configServerManagementMode", List.of("ATLAS_MANAGED", "FIXED_TO_DEDICATED"),
            "diskWarmingMode", List.of("FULLY_WARMED", "VISIBLE_EARLIER", "ENHANCED_FULLY_WARMED"),
            "replicaSetScalingStrategy", List.of("SEQUENTIAL", "WORKLOAD_TYPE", "NODE_TYPE"),
            "rootCertType", List.of("ISRGROOTX1"));
    private static final List<String> RELEASE_SYSTEMS = List.of("LTS", "CONTINUOUS");
    private static final List<String> VOLUMES = List.of("STANDARD", "PROVISIONED", "HIGH_PERFORMANCE");

    private OptionRules() {}

    /** What is wrong with the settings of a cluster, if anything. */
    static Optional<ClusterError> check(ClusterSpec spec) {
        return ClusterError.unlessAmong("versionReleaseSystem", spec.versionReleaseSystem(), RELEASE_SYSTEMS)
                .or(() -> checkKept(spec.options()))
                .or(() -> checkVolumes(spec));
    }

    private static Optional<ClusterError> checkKept(Map<String, Object> options) {
        return ALLOWED.entrySet().stream()
                .filter(option -> options.containsKey(option.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(
                        option -> ClusterError.unlessAmong(
                                option.getKey(), String.valueOf(options.get(option.getKey())), option.getValue())
                                .stream())
                .findFirst();
    }

    private static Optional<ClusterError> checkVolumes(ClusterSpec spec) {
        return spec.regions()
                .flatMap(ReplicationSpec.RegionConfig::hardware)
                .map(ReplicationSpec.Hardware::ebsVolumeType)
                .flatMap(type -> Optional.ofNullable(type).stream())
                .flatMap(type -> ClusterError.unlessAmong("ebsVolumeType", type, VOLUMES).stream())
                .findFirst();
    }
}
