package io.keyward.config.cluster.spec;

import io.keyward.config.cluster.spec.ReplicationSpec.Hardware;
import io.keyward.config.cluster.spec.ReplicationSpec.RegionConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes a request for a cluster acceptable, and what it comes to with every default filled in. */
public final class ClusterRules {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]*");
    private static final int MAX_NAME = 64;
    private static final int MAX_PRIORITY = 7;
    private static final List<String> TYPES = List.of("REPLICASET", "SHARDED", "GEOSHARDED");
    private static final List<String> KEY_PROVIDERS = List.of("NONE", "AWS", "AZURE", "GCP");
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
                .or(() -> allowed("clusterType", orElse(request.clusterType(), TYPES.getFirst()), TYPES))
                .or(() -> allowed("encryptionAtRestProvider", provider(request), KEY_PROVIDERS))
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

    private static Optional<ClusterError> allowed(String path, String value, List<String> values) {
        return values.contains(value)
                ? Optional.empty()
                : Optional.of(new ClusterError.NotAllowed(path, value, values));
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
            Optional<ClusterError> error = checkRegions("replicationSpecs[" + i + "]", specs.get(i));
            if (error.isPresent()) {
                return error;
            }
        }
        return Optional.empty();
    }

    private static Optional<ClusterError> checkRegions(String path, ReplicationSpec spec) {
        List<RegionConfig> regions = spec.regions();
        if (regions.isEmpty()) {
            return Optional.of(new ClusterError.Missing(path + ".regionConfigs"));
        }
        for (int i = 0; i < regions.size(); i++) {
            Optional<ClusterError> error = checkRegion(path + ".regionConfigs[" + i + "]", regions.get(i));
            if (error.isPresent()) {
                return error;
            }
        }
        return regions.stream().allMatch(region -> region.electableSpecs() == null)
                ? Optional.of(new ClusterError.Missing(path + ".regionConfigs[0].electableSpecs"))
                : Optional.empty();
    }

    private static Optional<ClusterError> checkRegion(String path, RegionConfig region) {
        Optional<CloudProvider> provider = CloudProvider.find(region.providerName());
        if (provider.isEmpty()) {
            return unknownProvider(path + ".providerName", region.providerName());
        }
        Optional<CloudProvider> cloud = CloudProvider.find(region.cloud());
        if (cloud.isEmpty()) {
            return unknownProvider(path + ".backingProviderName", region.cloud());
        }
        if (region.regionName() == null) {
            return Optional.of(new ClusterError.Missing(path + ".regionName"));
        }
        if (Regions.find(cloud.get(), region.regionName()).isEmpty()) {
            return Optional.of(new ClusterError.UnknownRegion(
                    path + ".regionName", region.regionName(), cloud.get().name()));
        }
        return checkPriority(path, region).or(() -> checkSizes(path, region, provider.get()));
    }

    private static Optional<ClusterError> unknownProvider(String path, @Nullable String value) {
        if (value == null) {
            return Optional.of(new ClusterError.Missing(path));
        }
        List<String> names =
                Stream.of(CloudProvider.values()).map(CloudProvider::name).toList();
        return Optional.of(new ClusterError.NotAllowed(path, value, names));
    }

    private static Optional<ClusterError> checkPriority(String path, RegionConfig region) {
        Integer priority = region.priority();
        return priority == null || (priority >= 0 && priority <= MAX_PRIORITY)
                ? Optional.empty()
                : Optional.of(new ClusterError.NotAllowed(
                        path + ".priority", String.valueOf(priority), List.of("0", "1", "2", "3", "4", "5", "6", "7")));
    }

    private static Optional<ClusterError> checkSizes(String path, RegionConfig region, CloudProvider provider) {
        return checkSize(path + ".electableSpecs", region.electableSpecs(), provider)
                .or(() -> checkSize(path + ".readOnlySpecs", region.readOnlySpecs(), provider))
                .or(() -> checkSize(path + ".analyticsSpecs", region.analyticsSpecs(), provider));
    }

    private static Optional<ClusterError> checkSize(String path, @Nullable Hardware specs, CloudProvider provider) {
        if (specs == null) {
            return Optional.empty();
        }
        if (specs.instanceSize() == null) {
            return Optional.of(new ClusterError.Missing(path + ".instanceSize"));
        }
        if (specs.nodeCount() != null && specs.nodeCount() < 0) {
            return Optional.of(new ClusterError.Unbuildable(path + ".nodeCount is negative"));
        }
        return allowed(path + ".instanceSize", specs.instanceSize(), provider.instanceSizes());
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
