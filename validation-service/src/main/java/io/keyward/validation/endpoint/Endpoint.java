package io.keyward.validation.endpoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A private endpoint as its latest event told of it.
 *
 * @param id minted by endpoint-service
 * @param provider {@code AWS}
 * @param region as the provider spells it
 * @param since since when it is in this state
 * @param reference the provider's id; null until it is known
 * @param address host name under which the key service answers through it; null until it is known
 * @param errorMessage for a person: what went wrong and what to do; null when nothing did
 * @param usableSince the earliest moment at which it is known to have been usable; null when it never was
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
        @Nullable Instant usableSince) {}
