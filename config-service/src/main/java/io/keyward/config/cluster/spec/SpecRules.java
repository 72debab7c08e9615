package io.keyward.config.cluster.spec;

import io.keyward.config.cluster.refusal.ClusterError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request makes of a cluster, new or there already, and whether that can be built. */
final class SpecRules {
    private static final List<String> TYPES = List.of("REPLICASET", "SHARDED", "GEOSHARDED");
    private static final List<String> KEY_PROVIDERS = List.of("NONE", "AWS", "AZURE", "GCP");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,2}\\.[0-9]");

    private SpecRules() {}

    /**
     * What was sent over what there is; what was not sent stays. Shards are replaced as a whole, their ids are as sent, and nothing is
     * checked yet but what {@link OlderShape#check} does.
     */
    static ClusterSpec over(ClusterSpec base, ClusterRequest request) {
        return new ClusterSpec(
                or(request.clusterType(), base.clusterType()),
                or(request.encryptionAtRestProvider(), base.encryptionAtRestProvider()),
                OlderShape.unfold(request, base.replicationSpecs()),
                or(request.backupEnabled(), base.backupEnabled()),
                or(request.pitEnabled(), base.pitEnabled()),
                or(request.terminationProtectionEnabled(), base.terminationProtectionEnabled()),
                or(request.mongoDBMajorVersion(), base.mongoDBMajorVersion()),
                or(request.versionReleaseSystem(), base.versionReleaseSystem()),
                or(request.tags(), base.tags()),
                or(request.labels(), base.labels()),
                options(base.options(), request));
    }

    /** What is wrong with a cluster as it is wanted, if anything. */
    static Optional<ClusterError> check(ClusterSpec spec) {
        return ClusterError.unlessAmong("clusterType", spec.clusterType(), TYPES)
                .or(() -> ClusterError.unlessAmong(
                        "encryptionAtRestProvider", spec.encryptionAtRestProvider(), KEY_PROVIDERS))
                .or(() -> checkVersion(spec.mongoDBMajorVersion()))
                .or(() -> OptionRules.check(spec))
                .or(() -> LabelRules.check("tags", spec.tags()))
                .or(() -> LabelRules.check("labels", spec.labels()))
                .or(() -> checkShards(spec))
                .or(() -> checkTenant(spec));
    }

    private static Optional<ClusterError> checkVersion(String version) {
        return VERSION.matcher(version).matches()
                ? Optional.empty()
                : Optional.of(new ClusterError.Unbuildable("mongoDBMajorVersion has the form major.minor, for example "
                        + ClusterSpec.UNSAID.mongoDBMajorVersion()));
    }

    private static Optional<ClusterError> checkShards(ClusterSpec spec) {
        List<ReplicationSpec> shards = spec.replicationSpecs();
        if (shards.isEmpty()) {
            return Optional.of(new ClusterError.Missing("replicationSpecs"));
        }
        if (shards.size() > 1 && spec.clusterType().equals(TYPES.getFirst())) {
            return Optional.of(new ClusterError.Unbuildable("a REPLICASET has one element in replicationSpecs"));
        }
        for (int i = 0; i < shards.size(); i++) {
            Optional<ClusterError> error = ShardRules.check("replicationSpecs[" + i + "]", shards.get(i));
            if (error.isPresent()) {
                return error;
            }
        }
        return Optional.empty();
    }

    /** Customer keys need machines of the tenant's own: M10 or larger, which every size of a cloud is but the shared ones. */
    private static Optional<ClusterError> checkTenant(ClusterSpec spec) {
        return spec.isShared() && spec.usesCustomerKey()
                ? Optional.of(new ClusterError.TenantWithCustomerKey())
                : Optional.empty();
    }

    private static Map<String, Object> options(Map<String, Object> base, ClusterRequest request) {
        Map<String, Object> options = new LinkedHashMap<>(base);
        put(options, "advancedConfiguration", request.advancedConfiguration());
        put(options, "biConnector", request.biConnector());
        put(options, "mongoDBEmployeeAccessGrant", request.mongoDBEmployeeAccessGrant());
        put(options, "redactClientLogData", request.redactClientLogData());
        put(options, "replicaSetScalingStrategy", request.replicaSetScalingStrategy());
        put(options, "configServerManagementMode", request.configServerManagementMode());
        put(options, "diskWarmingMode", request.diskWarmingMode());
        put(options, "adaptiveCapacity", request.adaptiveCapacity());
        put(options, "globalClusterSelfManagedSharding", request.globalClusterSelfManagedSharding());
        put(options, "rootCertType", request.rootCertType());
        return options;
    }

    private static void put(Map<String, Object> options, String name, @Nullable Object value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    private static <T> T or(@Nullable T sent, T otherwise) {
        return sent == null ? otherwise : sent;
    }
}
