package io.keyward.config.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What there is of private endpoints, told to whoever is refused because of it. Pure. */
public final class EndpointWords {
    private EndpointWords() {}

    /** Region and states, for example {@code EU_WEST_1 (PENDING_RECREATION, INITIATING)}. */
    public static String of(RegionEndpoints region) {
        return region.endpoints().stream()
                .map(PrivateEndpoint::status)
                .collect(Collectors.joining(", ", region.regionName() + " (", ")"));
    }

    /** What is left and what to do, for whoever wants there to be none. */
    public static String left(List<RegionEndpoints> regions) {
        List<PrivateEndpoint> all =
                regions.stream().flatMap(region -> region.endpoints().stream()).toList();
        String remedy = all.stream().allMatch(PrivateEndpoint::isLeaving)
                ? "Wait until it is gone."
                : "Delete what is not DELETING yet, and wait until all of it is gone.";
        String lineage = all.stream().anyMatch(PrivateEndpoint::isLost)
                ? " Deleting a PENDING_RECREATION endpoint deletes what replaces it as well."
                : "";
        return regions.stream().map(EndpointWords::of).collect(Collectors.joining(", ", "There is: ", ". "))
                + remedy
                + lineage;
    }

    /** What is in a region without an ACTIVE endpoint, and what to do. Speaks of the endpoint that gets furthest, which is the newest. */
    public static String missing(RegionEndpoints region) {
        List<PrivateEndpoint> endpoints = region.endpoints();
        String before = endpoints.stream().anyMatch(PrivateEndpoint::isLost) ? "its replacement is " : "";
        return newest(endpoints, one -> !one.isLost() && !one.isLeaving())
                .map(coming -> before + told(coming))
                .orElseGet(() -> told(newest(endpoints, PrivateEndpoint::isLost).orElseGet(endpoints::getLast)));
    }

    private static String told(PrivateEndpoint endpoint) {
        String since = endpoint.since() == null ? "" : " since " + endpoint.since();
        return endpoint.status() + since + remedy(endpoint);
    }

    /** Nothing for statuses of a newer version. */
    private static String remedy(PrivateEndpoint endpoint) {
        return switch (endpoint.status()) {
            case PrivateEndpoint.INITIATING -> ", wait until it is ACTIVE";
            case PrivateEndpoint.PENDING_ACCEPTANCE -> ", approve it in your cloud";
            case PrivateEndpoint.FAILED -> ", its errorMessage says why; delete it and make another one";
            case PrivateEndpoint.PENDING_RECREATION -> ", it was lost in the cloud and is about to be replaced";
            case PrivateEndpoint.DELETING -> ", make another one when it is gone";
            default -> "";
        };
    }

    private static Optional<PrivateEndpoint> newest(List<PrivateEndpoint> endpoints, Predicate<PrivateEndpoint> which) {
        return endpoints.stream().filter(which).reduce((older, newer) -> newer);
    }
}
