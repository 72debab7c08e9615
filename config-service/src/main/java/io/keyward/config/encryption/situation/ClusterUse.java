package io.keyward.config.encryption.situation;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cluster under the project's keys, as far as it matters to them.
 *
 * @param wants the provider whose key it is to be wrapped by; null when by none any more
 * @param leaving whether it is being deleted: it needs its key until it is gone, and stands in nobody's way
 * @param places where its nodes run
 * @param keyIds the project keys under which anything of it is or is to be wrapped, the wanted one first
 * @param rewrap how far it got with moving to the wanted key; absent while it is under one key, and until its driver told
 */
public record ClusterUse(
        String name,
        @Nullable Cloud wants,
        boolean leaving,
        List<Place> places,
        List<String> keyIds,
        @Nullable Rewrap rewrap) {

    /** Progress, in nodes. */
    public record Rewrap(int nodesDone, int nodesTotal) {}

    /**
     * A region of a cloud.
     *
     * @param provider for example {@code AWS}
     * @param region as the provider spells it, for example {@code us-east-1}
     */
    public record Place(String provider, String region) {}

    /** Whether anything of it is or is to be wrapped by that project key. */
    public boolean isUnder(String keyId) {
        return keyIds.contains(keyId);
    }

    /** Whether it is to be wrapped by that key of that provider, and another one is wanted as yet. */
    public boolean isToMoveTo(Cloud provider, String keyId) {
        return wants == provider && isElsewhereThan(keyId);
    }

    private boolean isElsewhereThan(String keyId) {
        return keyIds.isEmpty() || !keyIds.getFirst().equals(keyId);
    }

    /** The regions of that cloud among its places. */
    public Set<CloudRegion> regionsOn(Cloud cloud) {
        return places.stream()
                .filter(place -> place.provider().equals(cloud.name()))
                .flatMap(place -> cloud.region(place.region()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
