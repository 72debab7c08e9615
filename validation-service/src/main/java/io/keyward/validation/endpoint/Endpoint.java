package io.keyward.validation.endpoint;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A private endpoint as its latest event told of it.
 *
 * @param id minted by endpoint-service
 * @param provider {@code AWS} or {@code AZURE}
 * @param region as the provider spells it
 * @param since since when it is in this state
 * @param reference the provider's id; null until it is known
 * @param address host name under which the key service answers through it; null until it is known
 * @param errorMessage for a person: what went wrong and what to do; null when nothing did
 * @param usableSince the earliest moment at which it is known to have been usable; null when it never was
 * @param predecessorId the endpoint that was lost and that this one replaces; null where it replaces none
 * @param successorId the endpoint that replaces this one, which was lost; null where none is known to
 */
public record Endpoint(
        String id,
        String groupId,
        String provider,
        String region,
        EndpointState state,
        Instant since,
        @Nullable String reference,
        @Nullable String address,
        @Nullable String errorMessage,
        @Nullable Instant usableSince,
        @Nullable String predecessorId,
        @Nullable String successorId) {
    /** What is near no region in particular: any endpoint of the project leads there. */
    private static final String ANYWHERE = "global";

    private static final Comparator<Endpoint> NEWEST =
            Comparator.comparing(Endpoint::since).thenComparing(Endpoint::id);

    /** The one to go through of some endpoints of one region: the newest that can be used. */
    public static Optional<Endpoint> toUse(Stream<Endpoint> endpoints) {
        return endpoints
                .filter(endpoint -> endpoint.state() == EndpointState.ACTIVE)
                .max(NEWEST);
    }

    /** The one that became what it is last. */
    static Optional<Endpoint> newest(Stream<Endpoint> endpoints) {
        return endpoints.max(NEWEST);
    }

    /** Whether it serves the region of the provider, or all of them. */
    public boolean serves(String otherProvider, String otherRegion) {
        return provider.equals(otherProvider) && (region.equals(otherRegion) || otherRegion.equals(ANYWHERE));
    }
}
