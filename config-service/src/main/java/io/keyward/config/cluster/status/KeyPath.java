package io.keyward.config.cluster.status;

import io.keyward.config.endpoint.PrivateEndpoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the project's keys and endpoints are to a cluster.
 *
 * @param keys full names of the project keys under which anything of it is or is to be wrapped, the wanted one first; empty when there are none
 * @param endpoints the project's private endpoints, oldest first; absent while it does not require private networking
 */
public record KeyPath(List<String> keys, Optional<List<PrivateEndpoint>> endpoints) {

    /** The key that is wanted, or, while the cluster leaves its key, that one. */
    @Nullable
    String key() {
        return keys.isEmpty() ? null : keys.getFirst();
    }
}
