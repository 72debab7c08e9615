package io.keyward.simulator.ec2;

import io.keyward.simulator.policy.Glob;
import io.keyward.simulator.world.network.VpcEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One filter of a description: it lets through what has any of its values, in which {@code *} and {@code ?} stand for others. */
record Filter(String name, List<String> values) {

    private static final String TAG = "tag:";
    private static final Set<String> NAMES =
            Set.of("service-name", "tag-key", "vpc-endpoint-id", "vpc-endpoint-state", "vpc-endpoint-type", "vpc-id");

    static Filter of(String name, List<String> values) {
        if (!name.startsWith(TAG) && !NAMES.contains(name)) {
            throw Ec2Faults.invalidFilter(name);
        }
        return new Filter(name, values);
    }

    boolean lets(VpcEndpoint endpoint, Instant now) {
        return facts(endpoint, now).anyMatch(fact -> values.stream().anyMatch(value -> Glob.matches(value, fact)));
    }

    private Stream<String> facts(VpcEndpoint endpoint, Instant now) {
        return switch (name) {
            case "service-name" -> Stream.of(endpoint.serviceName());
            case "tag-key" -> endpoint.wish().tags().keySet().stream();
            case "vpc-endpoint-id" -> Stream.of(endpoint.id());
            case "vpc-endpoint-state" -> Stream.of(endpoint.state(now).wireName());
            case "vpc-endpoint-type" -> Stream.of(EndpointView.TYPE);
            case "vpc-id" -> Stream.of(endpoint.wish().vpcId());
            default -> Stream.ofNullable(endpoint.wish().tags().get(name.substring(TAG.length())));
        };
    }
}
