package io.keyward.config.encryption.situation;

/**
 * A snapshot that only the key can open that was current when it was taken.
 *
 * @param clusterName the cluster it was taken of, which may be gone
 * @param keyId the project key
 * @param status as the API shows it, for example {@code completed}
 */
public record SnapshotUse(String snapshotId, String clusterName, String keyId, String status) {}
