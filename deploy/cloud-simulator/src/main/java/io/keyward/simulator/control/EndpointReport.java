package io.keyward.simulator.control;

import io.keyward.simulator.world.network.Phase;
import io.keyward.simulator.world.network.VpcEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as control shows it.
 *
 * @param state as EC2 spells it, or {@code gone} when EC2 does not find it any more
 * @param history the states so far, oldest first
 */
record EndpointReport(
        String id,
        String account,
        String region,
        String vpcId,
        String serviceName,
        @Nullable String clientToken,
        String state,
        Phase.@Nullable Trouble error,
        Instant createdAt,
        Map<String, String> tags,
        List<Change> history) {

    record Change(String state, Instant since) {}

    static EndpointReport of(VpcEndpoint endpoint, Instant now) {
        Phase phase = endpoint.at(now);
        return new EndpointReport(
                endpoint.id(),
                endpoint.account(),
                endpoint.region(),
                endpoint.wish().vpcId(),
                endpoint.serviceName(),
                endpoint.wish().clientToken(),
                phase.state().wireName(),
                phase.trouble(),
                endpoint.createdAt(),
                endpoint.wish().tags(),
                endpoint.history(now).stream()
                        .map(past -> new Change(past.state().wireName(), past.since()))
                        .toList());
    }
}
