package io.keyward.config.cluster;

import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.ClusterStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as it is stored, with what enforcement saw of it.
 *
 * @param deleting whether its deletion was requested
 * @param seen absent until enforcement took it up
 * @param projectKey full name of the project's key
 */
record Cluster(
        String id,
        String groupId,
        String name,
        boolean deleting,
        ClusterSpec spec,
        Instant createdAt,
        ClusterStatus.@Nullable Seen seen,
        Optional<String> projectKey) {

    ClusterStatus status() {
        return ClusterStatus.of(deleting, createdAt, spec, seen, projectKey);
    }
}
