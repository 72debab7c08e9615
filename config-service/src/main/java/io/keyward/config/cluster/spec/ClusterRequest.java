package io.keyward.config.cluster.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST and PATCH, in every version. The second half, from {@code id} on, is ours to say, and ignored.
 *
 * @param diskSizeGB of all nodes; only in versions before 2024-08-05, see {@link OlderShape#unfold}
 */
public record ClusterRequest(
        @Nullable String name,
        @Nullable String clusterType,
        @Nullable String encryptionAtRestProvider,
        @Nullable List<ReplicationSpec> replicationSpecs,
        @Nullable Boolean paused,
        @Nullable Boolean backupEnabled,
        @Nullable Boolean pitEnabled,
        @Nullable Boolean retainBackups,
        @Nullable Boolean terminationProtectionEnabled,
        @Nullable String mongoDBMajorVersion,
        @Nullable String versionReleaseSystem,
        @Nullable List<Label> tags,
        @Nullable List<Label> labels,
        @Nullable Object advancedConfiguration,
        @Nullable Object biConnector,
        @Nullable Object mongoDBEmployeeAccessGrant,
        @Nullable String rootCertType,
        @Nullable Boolean redactClientLogData,
        @Nullable String replicaSetScalingStrategy,
        @Nullable String configServerManagementMode,
        @Nullable String diskWarmingMode,
        @Nullable String adaptiveCapacity,
        @Nullable Boolean globalClusterSelfManagedSharding,
        @Nullable String acceptDataRisksAndForceReplicaSetReconfig,
        @Nullable Double diskSizeGB,
        @Nullable Object id,
        @Nullable Object groupId,
        @Nullable Object stateName,
        @Nullable Object mongoDBVersion,
        @Nullable Object featureCompatibilityVersion,
        @Nullable Object featureCompatibilityVersionExpirationDate,
        @Nullable Object createDate,
        @Nullable Object connectionStrings,
        @Nullable Object links,
        @Nullable Object configServerType,
        @Nullable Object internalClusterRole,
        @Nullable Object effectiveReplicationSpecs,
        @Nullable Object customerKey) {

    /** A word of the tenant's about the cluster. */
    public record Label(String key, String value) {}
}
