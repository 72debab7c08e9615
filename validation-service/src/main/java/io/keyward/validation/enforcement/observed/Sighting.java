package io.keyward.validation.enforcement.observed;

import io.keyward.contracts.EnforcementEvent.Addresses;
import io.keyward.contracts.EnforcementEvent.Rewrap;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a cluster from its driver's reports, beside the phase.
 *
 * @param appliedRevision revision of the last event of {@code keyward.clusters} that was carried out whole; null before the first
 * @param nodesReachKms whether all nodes are let in by the customer's KMS; null when it was never said
 * @param nodesRefusedSince since when they are not; null when they are
 * @param rewrap how far a change of key is; null when none is under way
 * @param addresses null when they were never said
 * @param privateEndpoints since when all nodes of its region go through which private endpoint, by the endpoint's id; others than those said last are
 *     left out
 */
public record Sighting(
        @Nullable Long appliedRevision,
        @Nullable Boolean nodesReachKms,
        @Nullable Instant nodesRefusedSince,
        @Nullable Rewrap rewrap,
        @Nullable Addresses addresses,
        Map<String, Instant> privateEndpoints) {

    public Sighting {
        privateEndpoints = Map.copyOf(privateEndpoints);
    }

    /** Nothing was reported yet. */
    public static final Sighting NONE = new Sighting(null, null, null, null, null, Map.of());

    /** Whether all is carried out that is wanted at {@code revision}. */
    public boolean hasApplied(long revision) {
        return appliedRevision != null && appliedRevision >= revision;
    }
}
