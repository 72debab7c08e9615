package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cluster under the project's key, as far as it matters to the key.
 *
 * @param leaving whether it is being deleted: it needs its key until it is gone, and stands in nobody's way
 * @param places where its nodes run
 */
public record ClusterUse(String name, boolean leaving, List<Place> places) {

    /**
     * A region of a cloud.
     *
     * @param provider for example {@code AWS}
     * @param region as the provider spells it, for example {@code us-east-1}
     */
    public record Place(String provider, String region) {}

    /** The AWS regions among its places. */
    public Set<AwsRegion> awsRegions() {
        return places.stream()
                .filter(place -> place.provider().equals("AWS"))
                .flatMap(place -> AwsRegion.find(place.region()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
