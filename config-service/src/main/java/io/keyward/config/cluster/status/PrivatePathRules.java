package io.keyward.config.cluster.status;

import io.keyward.config.cluster.spec.Place;
import io.keyward.config.cluster.status.CustomerKey.PrivatePath;
import io.keyward.config.cluster.status.CustomerKey.PrivatePathProgress;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.contracts.EnforcementEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the nodes of a cluster are on their way to its key over private endpoints. Pure. */
final class PrivatePathRules {
    static final String NOT_COVERED = "NOT_COVERED";
    static final String MOVING = "MOVING";
    static final String MOVED = "MOVED";

    private PrivatePathRules() {}

    /**
     * The way that each region takes, by the regions' names. Which endpoints there are goes before what enforcement told of them: the two are heard of
     * in any order, and a move to an endpoint that is no longer the one of its region is none.
     *
     * @param places where the cluster has nodes
     * @param endpoints those of the project, oldest first
     * @param told what enforcement last told of the cluster
     */
    static List<PrivatePath> paths(
            Collection<Place> places, List<PrivateEndpoint> endpoints, List<EnforcementEvent.PrivatePath> told) {
        return places.stream()
                .map(place -> path(place, in(place, endpoints), told))
                .sorted(Comparator.comparing(PrivatePath::regionName))
                .toList();
    }

    /** Counts regions. */
    static PrivatePathProgress progress(List<PrivatePath> paths) {
        long moved = paths.stream().filter(path -> path.status().equals(MOVED)).count();
        return new PrivatePathProgress((int) moved, paths.size());
    }

    private static PrivatePath path(Place place, List<PrivateEndpoint> here, List<EnforcementEvent.PrivatePath> told) {
        return here.stream()
                .filter(PrivateEndpoint::isActive)
                .reduce((older, newer) -> movedSince(older, told).isPresent() ? older : newer)
                .map(endpoint -> movedSince(endpoint, told)
                        .map(since -> new PrivatePath(endpoint.id(), place.toString(), since, MOVED))
                        .orElseGet(() -> new PrivatePath(endpoint.id(), place.toString(), endpoint.since(), MOVING)))
                .orElseGet(() -> new PrivatePath(null, place.toString(), lostSince(here), NOT_COVERED));
    }

    /** Endpoints of a region; none on clouds that private endpoints do not reach. */
    private static List<PrivateEndpoint> in(Place place, List<PrivateEndpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> place.region(endpoint.provider())
                        .filter(region -> region.atlasName().equals(endpoint.regionName()))
                        .isPresent())
                .toList();
    }

    private static Optional<Instant> movedSince(PrivateEndpoint endpoint, List<EnforcementEvent.PrivatePath> told) {
        return told.stream()
                .filter(path -> path.endpointId().equals(endpoint.id()))
                .map(EnforcementEvent.PrivatePath::movedSince)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Null where no endpoint was lost: then there is no moment at which the region was left uncovered. */
    private static @Nullable Instant lostSince(List<PrivateEndpoint> here) {
        return here.stream()
                .filter(PrivateEndpoint::isLost)
                .map(PrivateEndpoint::since)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
