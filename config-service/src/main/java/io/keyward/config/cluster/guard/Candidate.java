package io.keyward.config.cluster.guard;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.Place;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as it is wanted.
 *
 * @param current what it is now; absent when it is new
 */
public record Candidate(
        String groupId, String name, @Nullable ClusterSpec current, ClusterSpec next) {

    /** Whether it is wrapped by the project's key now and is to leave it. */
    boolean leavesKey() {
        return usedKey() && !next.usesCustomerKey();
    }

    /** Whether it is to use the project's key, and either did not or runs elsewhere from now on. */
    boolean takesKeySomewhere() {
        return next.usesCustomerKey() && !(usedKey() && places().equals(next.places()));
    }

    Set<AwsRegion> awsRegions() {
        return next.places().stream().map(Place::aws).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    private boolean usedKey() {
        return current != null && current.usesCustomerKey();
    }

    private Set<Place> places() {
        return current == null ? Set.of() : current.places();
    }
}
