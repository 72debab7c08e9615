package io.keyward.config.encryption.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a key may be deleted at its provider.
 *
 * @param deletable whether nothing of this project would be lost with it
 * @param explanation why, and what to do
 * @param heldBy what would be lost
 */
record KeyUsage(boolean deletable, String explanation, HeldBy heldBy) {

    /**
     * What is under the key.
     *
     * @param clusters those with anything under it, by name
     * @param pendingConfigurations configurations that name it
     * @param rewraps clusters that are on their way from it or to it
     */
    record HeldBy(
            List<Cluster> clusters,
            List<Configuration> pendingConfigurations,
            List<Rewrap> rewraps,
            List<Snapshot> snapshots) {}

    /** @param deleting whether it is on its way out; it needs the key until it is gone */
    record Cluster(boolean deleting, String name) {}

    /**
     * A configuration that names the key.
     *
     * @param state {@code IN_FORCE}, or {@code WAITING} when the key was not valid yet or is not
     * @param type {@code ENCRYPTION_AT_REST}
     */
    record Configuration(String state, String type) {}

    /** How far a cluster got; without numbers until its driver told. */
    record Rewrap(
            String cluster,
            @Nullable Integer nodesDone,
            @Nullable Integer nodesTotal) {}

    record Snapshot(String clusterName, String id, String status) {}
}
