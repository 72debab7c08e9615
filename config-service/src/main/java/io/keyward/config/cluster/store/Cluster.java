package io.keyward.config.cluster.store;

import io.keyward.config.cluster.enforcement.ClusterStatus;
import io.keyward.config.cluster.enforcement.ClusterStatus.KeyPath;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.PatchRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as it is stored, with what enforcement saw of it.
 *
 * @param version counts the changes of the cluster
 * @param deleting whether its deletion was requested
 * @param seen absent until enforcement took it up
 * @param path how its nodes reach the project's key
 */
public record Cluster(
        String id,
        String groupId,
        String name,
        int version,
        boolean deleting,
        ClusterSpec spec,
        Instant createdAt,
        ClusterStatus.@Nullable Seen seen,
        KeyPath path) {

    /** How it reads from outside. */
    public ClusterStatus status() {
        return ClusterStatus.of(deleting, createdAt, spec, seen, path);
    }

    /** What a PATCH is merged into. */
    public PatchRules.Present present() {
        return new PatchRules.Present(name, spec, deleting, status().paused());
    }
}
