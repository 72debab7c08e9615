package io.keyward.simulator.control;

import io.keyward.simulator.world.World;
import io.keyward.simulator.world.network.EndpointRules;
import io.keyward.simulator.world.network.Network;
import io.keyward.simulator.world.network.VpcEndpoint;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Many endpoints of the product's at once, as if they had been created long ago: a region of a large installation in one request. */
public final class EndpointBatches {

    /** At most some 5,000 of them fit into one request. */
    record Batch(String region, List<Member> endpoints) {
        public Batch {
            Objects.requireNonNull(region, "region is missing");
            endpoints = List.copyOf(Objects.requireNonNull(endpoints, "endpoints are missing"));
        }
    }

    record Member(@Nullable String clientToken, @Nullable Map<String, String> tags) {}

    private record Made(String id, @Nullable String clientToken) {}

    private final World world;
    private final InstantSource clock;
    private final Network network;

    /** @param clock the simulated time */
    public EndpointBatches(World world, InstantSource clock, Network network) {
        this.world = world;
        this.clock = clock;
        this.network = network;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.POST, "/endpoint-batches", this::create);
    }

    private Object create(RoutingContext request) {
        Batch batch = ControlRoutes.body(request, Batch.class);
        Instant now = clock.instant();
        List<Made> made = batch.endpoints().stream()
                .map(member -> endpoint(batch.region(), member, now))
                .map(this::keep)
                .toList();
        return Map.of("endpoints", made);
    }

    private VpcEndpoint endpoint(String region, Member member, Instant now) {
        VpcEndpoint.Wish wish = new VpcEndpoint.Wish(
                member.clientToken(),
                "",
                network.vpcId(),
                network.subnetIds(),
                List.of(network.securityGroupId()),
                false,
                Objects.requireNonNullElse(member.tags(), Map.of()));
        return new VpcEndpoint(
                VpcEndpoint.freshId(),
                network.account(),
                region,
                now,
                wish,
                VpcEndpoint.FULL_ACCESS,
                EndpointRules.ready(now));
    }

    private Made keep(VpcEndpoint endpoint) {
        world.endpoints().put(endpoint.id(), endpoint);
        return new Made(endpoint.id(), endpoint.wish().clientToken());
    }
}
