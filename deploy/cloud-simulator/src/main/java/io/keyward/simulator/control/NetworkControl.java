package io.keyward.simulator.control;

import io.keyward.simulator.world.World;
import io.keyward.simulator.world.network.Network;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Control over the networks that endpoints are made in. */
public final class NetworkControl {

    /** A network of the product's. DNS attributes that are not said are on. */
    record Wanted(
            List<String> subnetIds,
            List<String> securityGroupIds,
            @Nullable Boolean dnsSupport,
            @Nullable Boolean dnsHostnames) {

        public Wanted {
            Objects.requireNonNull(subnetIds, "subnetIds are missing");
            Objects.requireNonNull(securityGroupIds, "securityGroupIds are missing");
        }
    }

    private final World world;
    private final String account;

    /** @param account whose networks are made here */
    public NetworkControl(World world, String account) {
        this.world = world;
        this.account = account;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.GET, "/networks", request -> networks());
        routes.on(HttpMethod.PUT, "/networks/:vpcId", this::put);
        routes.on(HttpMethod.DELETE, "/networks/:vpcId", this::delete);
    }

    private Object put(RoutingContext request) {
        Wanted wanted = ControlRoutes.body(request, Wanted.class);
        Network network = new Network(
                account,
                request.pathParam("vpcId"),
                wanted.subnetIds(),
                wanted.securityGroupIds(),
                Objects.requireNonNullElse(wanted.dnsSupport(), true),
                Objects.requireNonNullElse(wanted.dnsHostnames(), true));
        world.networks().put(network.vpcId(), network);
        return network;
    }

    private Object delete(RoutingContext request) {
        world.networks().remove(request.pathParam("vpcId"));
        return networks();
    }

    private Object networks() {
        return Map.of("networks", world.networks().all());
    }
}
