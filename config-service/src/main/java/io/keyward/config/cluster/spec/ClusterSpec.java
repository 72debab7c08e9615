package io.keyward.config.cluster.spec;

import io.keyward.config.cluster.spec.ClusterRequest.Label;
import java.util.List;
import java.util.Map;

/**
 * What a tenant wants a cluster to be, complete and checked.
 *
 * @param encryptionAtRestProvider {@code NONE} or {@code AWS}
 * @param options settings that are kept and answered as they were sent, and nothing more
 */
public record ClusterSpec(
        String clusterType,
        String encryptionAtRestProvider,
        List<ReplicationSpec> replicationSpecs,
        boolean backupEnabled,
        boolean pitEnabled,
        boolean terminationProtectionEnabled,
        String mongoDBMajorVersion,
        String versionReleaseSystem,
        List<Label> tags,
        List<Label> labels,
        Map<String, Object> options) {
    /** Value of {@code encryptionAtRestProvider} without a customer key. */
    public static final String NONE = "NONE";

    /** Whether the cluster is wrapped by the project's key. */
    public boolean usesCustomerKey() {
        return !encryptionAtRestProvider.equals(NONE);
    }
}
