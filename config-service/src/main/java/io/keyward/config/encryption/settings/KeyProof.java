package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.CloudRegion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the checks of a wanted configuration found.
 *
 * @param access what it was opened with, as that was then
 * @param home in the region of the configuration
 * @param replicas in the other regions that need the key and have it
 * @param asked the regions that needed it when it was looked for
 */
public record KeyProof(KeyAccess access, InRegion home, List<InRegion> replicas, Set<CloudRegion> asked) {

    /**
     * The key in one region.
     *
     * @param name full name of the key there
     * @param valid whether it could be used; false for one behind private networking that could not be reached yet
     * @param at when the check was made; the epoch when nobody answered
     */
    public record InRegion(CloudRegion region, String name, boolean valid, Instant at) {

        /** A key that is there as far as is known, and was not tried. */
        public static InRegion untried(CloudRegion region, String name) {
            return new InRegion(region, name, false, Instant.EPOCH);
        }
    }

    /** All of them, the home one first. */
    public List<InRegion> all() {
        return Stream.concat(Stream.of(home), replicas.stream()).toList();
    }

    /** The regions in which the key was found. */
    public Set<CloudRegion> regions() {
        return all().stream().map(InRegion::region).collect(Collectors.toUnmodifiableSet());
    }
}
