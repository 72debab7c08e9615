package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.lifecycle.Observation.Absent;
import io.keyward.endpoint.lifecycle.Observation.GoingAway;
import io.keyward.endpoint.lifecycle.Observation.Pending;
import io.keyward.endpoint.lifecycle.Observation.PendingApproval;
import io.keyward.endpoint.lifecycle.Observation.Refused;
import io.keyward.endpoint.lifecycle.Observation.Unseen;
import io.keyward.endpoint.lifecycle.Observation.Up;
import io.keyward.endpoint.provider.Place;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.keyward.endpoint.registry.Endpoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A look at a region for the sake of endpoints that are held under one lease.
 *
 * @param token of the lease
 * @param endpoints all at this place
 * @param began before the cloud was asked
 */
record Look(UUID token, Place place, List<Endpoint> endpoints, Instant began, RegionView view) {

    /** What it showed of one endpoint; of several with its name, the one that got furthest. */
    Observation of(Endpoint endpoint) {
        return switch (view) {
            case RegionView.Unseen unseen -> new Unseen(unseen.cause());
            case RegionView.Seen seen ->
                seen.sightings().stream()
                        .filter(sighting -> endpoint.id().equals(sighting.endpointId()))
                        .map(Sighting::seen)
                        .max(Comparator.comparingInt(Look::progress))
                        .orElseGet(Absent::new);
        };
    }

    /** Whom it was for. */
    Set<String> ids() {
        return endpoints.stream().map(Endpoint::id).collect(Collectors.toSet());
    }

    private static int progress(Observation seen) {
        return switch (seen) {
            case Absent ignored -> 0;
            case GoingAway ignored -> 1;
            case Refused ignored -> 2;
            case Unseen ignored -> 3;
            case Pending ignored -> 4;
            case PendingApproval ignored -> 5;
            case Up ignored -> 6;
        };
    }
}
