package io.keyward.config.cluster.spec;

import java.util.List;
import java.util.Optional;

/** Why a cluster is not made, or not removed, as requested. Nothing changed in any case. */
public sealed interface ClusterError {

    record Missing(String path) implements ClusterError {}

    /** One of a closed set of values was expected. */
    record NotAllowed(String path, String value, List<String> allowed) implements ClusterError {}

    /** The error, unless {@code value} is one of {@code allowed}. */
    static Optional<ClusterError> unlessAmong(String path, String value, List<String> allowed) {
        return allowed.contains(value) ? Optional.empty() : Optional.of(new NotAllowed(path, value, allowed));
    }

    record UnknownRegion(String path, String value, String provider) implements ClusterError {}

    record NameInvalid(String name) implements ClusterError {}

    record NameTooLong(String name) implements ClusterError {}

    record NameTaken(String name) implements ClusterError {}

    record Paused() implements ClusterError {}

    /** Tenant machines cannot use a customer key. */
    record TenantWithCustomerKey() implements ClusterError {}

    record Unbuildable(String why) implements ClusterError {}

    /** The project has no key of that provider. */
    record NotEnabled(String groupId) implements ClusterError {}

    record NotFound(String name, String groupId) implements ClusterError {}

    record Protected(String name) implements ClusterError {}

    record AlreadyDeleting(String name) implements ClusterError {}
}
