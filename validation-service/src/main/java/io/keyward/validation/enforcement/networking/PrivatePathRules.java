package io.keyward.validation.enforcement.networking;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.EnforcementEvent.PrivatePath;
import io.keyward.validation.endpoint.Endpoint;
import io.keyward.validation.enforcement.plan.Wrapping;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which private paths the nodes of a cluster are to take, and which of them they take. */
public final class PrivatePathRules {
    private PrivatePathRules() {}

    /**
     * One path for each of the cluster's regions that has an endpoint to use, by region, while private networking is required of the keys that the
     * cluster is under; none of them moved.
     */
    public static List<PrivatePath> wanted(Wrapping cluster, Networking networking) {
        return cluster.regions().stream()
                .distinct()
                .filter(region -> networking.privateProviders().contains(region.provider()))
                .filter(region -> cluster.isUnderKeyOf(region.provider()))
                .flatMap(region -> path(region, networking.endpoints()).stream())
                .sorted(Comparator.comparing(PrivatePath::region).thenComparing(PrivatePath::endpointId))
                .toList();
    }

    /**
     * The same paths, each with the moment since which the nodes of its region go through it.
     *
     * @param reported since when the driver says that nodes go through which endpoint. What it says of an endpoint counts for that one alone: nobody has
     *     moved to the one that replaces it
     */
    public static List<PrivatePath> moved(List<PrivatePath> wanted, Map<String, Instant> reported) {
        return wanted.stream()
                .map(path -> new PrivatePath(
                        path.region(),
                        path.endpointId(),
                        path.reference(),
                        path.address(),
                        reported.get(path.endpointId())))
                .toList();
    }

    private static Optional<PrivatePath> path(CloudRegion region, List<Endpoint> endpoints) {
        return Endpoint.toUse(
                        endpoints.stream().filter(endpoint -> endpoint.serves(region.provider(), region.region())))
                .flatMap(endpoint -> Optional.ofNullable(endpoint.address())
                        .map(address ->
                                new PrivatePath(region.region(), endpoint.id(), endpoint.reference(), address, null)));
    }
}
