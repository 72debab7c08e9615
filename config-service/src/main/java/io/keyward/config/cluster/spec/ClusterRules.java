package io.keyward.config.cluster.spec;

import io.keyward.config.cluster.spec.ReplicationSpec.RegionConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes a request for a cluster acceptable, and what it comes to with every default filled in. */
public final class ClusterRules {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]*");
    private static final int MAX_NAME = 64;
    private static final List<String> TYPES = List.of("REPLICASET", "SHARDED", "GEOSHARDED");
    private static final List<String> KEY_PROVIDERS = List.of("NONE", "AWS", "AZURE", "GCP");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,2}\\.[0-9]");
    private static final String DEFAULT_VERSION = "8.0";

    private ClusterRules() {}

    /** The outcome. */
    public sealed interface Plan {
        record Accepted(String name, ClusterSpec spec) implements Plan {}

        record Refused(ClusterError error) implements Plan {}
    }

    /** @param ids gives shards and zones their ids */
    public static Plan plan(ClusterRequest request, Supplier<String> ids) {
        Optional<ClusterError> error = checkName(request.name())
                .or(() ->
                        ClusterError.unlessAmong("clusterType", orElse(request.clusterType(), TYPES.getFirst()), TYPES))
                .or(() -> ClusterError.unlessAmong("encryptionAtRestProvider", provider(request), KEY_PROVIDERS))
                .or(() -> checkVersion(request))
                .or(() -> checkPaused(request))
                .or(() -> checkSpecs(request))
                .or(() -> checkTenant(request));
        return error.<Plan>map(Plan.Refused::new)
                .orElseGet(() -> new Plan.Accepted(String.valueOf(request.name()), spec(request, ids)));
    }

    private static Optional<ClusterError> checkName(@Nullable String name) {
        if (name == null) {
            return Optional.of(new ClusterError.Missing("name"));
        }
        if (name.length() > MAX_NAME) {
            return Optional.of(new ClusterError.NameTooLong(name));
        }
        return NAME.matcher(name).matches() ? Optional.empty() : Optional.of(new ClusterError.NameInvalid(name));
    }

    private static Optional<ClusterError> checkPaused(ClusterRequest request) {
        return Boolean.TRUE.equals(request.paused()) ? Optional.of(new ClusterError.Paused()) : Optional.empty();
    }

    private static Optional<ClusterError> checkSpecs(ClusterRequest request) {
        List<ReplicationSpec> specs = specs(request);
        if (specs.isEmpty()) {
            return Optional.of(new ClusterError.Missing("replicationSpecs"));
        }
        if (specs.size() > 1 && "REPLICASET".equals(orElse(request.clusterType(), TYPES.getFirst()))) {
            return Optional.of(new ClusterError.Unbuildable("a REPLICASET has one element in replicationSpecs"));
        }
        for (int i = 0; i < specs.size(); i++) {
            Optional<ClusterError> error = ShardRules.check("replicationSpecs[" + i + "]", specs.get(i));
            if (error.isPresent()) {
                return error;
            }
        }
        return Optional.empty();
    }

    private static Optional<ClusterError> checkVersion(ClusterRequest request) {
        String version = orElse(request.mongoDBMajorVersion(), DEFAULT_VERSION);
        return VERSION.matcher(version).matches()
                ? Optional.empty()
                : Optional.of(new ClusterError.Unbuildable(
                        "mongoDBMajorVersion has the form major.minor, for example " + DEFAULT_VERSION));
    }

    /** Customer keys need machines of the tenant's own: M10 or larger, which every size of a cloud is but the shared ones. */
    private static Optional<ClusterError> checkTenant(ClusterRequest request) {
        boolean shared = specs(request).stream()
                .flatMap(spec -> spec.regions().stream())
                .anyMatch(region -> CloudProvider.TENANT.name().equals(region.providerName()));
        return shared && !provider(request).equals(ClusterSpec.NONE)
                ? Optional.of(new ClusterError.TenantWithCustomerKey())
                : Optional.empty();
    }

    private static ClusterSpec spec(ClusterRequest request, Supplier<String> ids) {
        return new ClusterSpec(
                orElse(request.clusterType(), TYPES.getFirst()),
                provider(request),
                withIds(specs(request), ids),
                Boolean.TRUE.equals(request.backupEnabled()),
                Boolean.TRUE.equals(request.pitEnabled()),
                Boolean.TRUE.equals(request.terminationProtectionEnabled()),
                orElse(request.mongoDBMajorVersion(), DEFAULT_VERSION),
                orElse(request.versionReleaseSystem(), "LTS"),
                request.tags() == null ? List.of() : request.tags(),
                request.labels() == null ? List.of() : request.labels(),
                options(request));
    }

    /** Shards of the same zone name lie in the same zone. */
    private static List<ReplicationSpec> withIds(List<ReplicationSpec> specs, Supplier<String> ids) {
        Map<String, String> zones = new LinkedHashMap<>();
        List<ReplicationSpec> result = new ArrayList<>();
        for (ReplicationSpec spec : specs) {
            String zone = orElse(spec.zoneName(), "Zone 1");
            String zoneId = zones.computeIfAbsent(zone, name -> ids.get());
            List<RegionConfig> regions = spec.regions().stream()
                    .map(region -> region.in(spelling(region)))
                    .toList();
            result.add(new ReplicationSpec(ids.get(), zoneId, zone, regions));
        }
        return List.copyOf(result);
    }

    private static String spelling(RegionConfig region) {
        String name = String.valueOf(region.regionName());
        return CloudProvider.find(region.cloud())
                .flatMap(cloud -> Regions.find(cloud, name))
                .orElse(name);
    }

    private static Map<String, Object> options(ClusterRequest request) {
        Map<String, Object> options = new LinkedHashMap<>();
        put(options, "advancedConfiguration", request.advancedConfiguration());
        put(options, "biConnector", request.biConnector());
        put(options, "mongoDBEmployeeAccessGrant", request.mongoDBEmployeeAccessGrant());
        put(options, "redactClientLogData", request.redactClientLogData());
        put(options, "replicaSetScalingStrategy", request.replicaSetScalingStrategy());
        put(options, "configServerManagementMode", request.configServerManagementMode());
        put(options, "diskWarmingMode", request.diskWarmingMode());
        put(options, "adaptiveCapacity", request.adaptiveCapacity());
        put(options, "globalClusterSelfManagedSharding", request.globalClusterSelfManagedSharding());
        put(options, "rootCertType", orElse(request.rootCertType(), "ISRGROOTX1"));
        return options;
    }

    private static void put(Map<String, Object> options, String name, @Nullable Object value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    private static String provider(ClusterRequest request) {
        return orElse(request.encryptionAtRestProvider(), ClusterSpec.NONE);
    }

    private static List<ReplicationSpec> specs(ClusterRequest request) {
        return request.replicationSpecs() == null ? List.of() : request.replicationSpecs();
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
