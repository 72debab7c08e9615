package io.keyward.config.cluster.guard;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
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

    /** Whether it is wrapped by a key of the project now and is to leave it, be it for one of another provider. */
    boolean leavesKey() {
        return usedKey() && !keyProvider().equals(formerKeyProvider());
    }

    /** Whether it is to use a key of the project, and either used another provider's or none, or runs elsewhere from now on. */
    boolean takesKeySomewhere() {
        return next.usesCustomerKey() && !(keyProvider().equals(formerKeyProvider()) && places().equals(next.places()));
    }

    /** The provider whose key it is to use; empty when it is to use none. */
    Optional<Cloud> keyProvider() {
        return Cloud.find(next.encryptionAtRestProvider());
    }

    /** The provider whose key it uses now; empty when it uses none. */
    Optional<Cloud> formerKeyProvider() {
        return current == null ? Optional.empty() : Cloud.find(current.encryptionAtRestProvider());
    }

    /** The regions of that cloud in which it is to have nodes. */
    Set<CloudRegion> regionsOn(Cloud cloud) {
        return next.places().stream()
                .flatMap(place -> place.region(cloud).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean usedKey() {
        return current != null && current.usesCustomerKey();
    }

    private Set<Place> places() {
        return current == null ? Set.of() : current.places();
    }
}
