package io.keyward.endpoint.registry;

import io.keyward.endpoint.lifecycle.EndpointStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Endpoints as they were counted.
 *
 * @param counts by provider and by what the API shows; what there is none of is missing
 * @param oldestUnderWay since when the endpoint that is longest under way has been in its state; empty when none is
 */
public record Census(Map<String, Map<EndpointStatus, Long>> counts, Optional<Instant> oldestUnderWay) {
    public static final Census NOTHING = new Census(Map.of(), Optional.empty());

    public long of(String provider, EndpointStatus status) {
        return counts.getOrDefault(provider, Map.of()).getOrDefault(status, 0L);
    }
}
