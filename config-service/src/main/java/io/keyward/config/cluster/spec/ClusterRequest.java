package io.keyward.config.cluster.spec;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST and PATCH, in every version. What is ours to say is ignored.
 *
 * @param diskSizeGB of all nodes; only in versions before 2024-08-05, see {@link OlderShape#unfold}
 */
@JsonIgnoreProperties({
    "configServerType",
    "connectionStrings",
    "createDate",
    "customerKey",
    "effectiveReplicationSpecs",
    "featureCompatibilityVersion",
    "featureCompatibilityVersionExpirationDate",
    "groupId",
    "id",
    "internalClusterRole",
    "links",
    "mongoDBVersion",
    "stateName"
})
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
        @Nullable Double diskSizeGB) {

    /** Whether it describes a cluster whole, as those do who send back what they read: what it says is not all meant as a wish. */
    public boolean isWhole() {
        return clusterType != null && replicationSpecs != null;
    }

    /** A word of the tenant's about the cluster; stored ones are complete. */
    public record Label(@Nullable String key, @Nullable String value) {}
}
