package io.keyward.config.cluster.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the project's keys and endpoints are to a cluster.
 *
 * @param keys full names of the project keys under which anything of it is or is to be wrapped, the wanted one first; empty when there are none
 * @param privatePath whether all regions of the cluster have an ACTIVE endpoint
 */
public record KeyPath(List<String> keys, boolean privatePath) {

    /** The key that is wanted, or, while the cluster leaves its key, that one. */
    @Nullable
    String key() {
        return keys.isEmpty() ? null : keys.getFirst();
    }
}
