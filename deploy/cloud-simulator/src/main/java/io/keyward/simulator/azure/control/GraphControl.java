package io.keyward.simulator.azure.control;

import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.GraphGrant;
import io.keyward.simulator.control.ControlRoutes;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Which applications may read their own registration through Graph. None may unless it is said here. */
public final class GraphControl {

    private static final String GRANT = "/azure/applications/:clientId/tenants/:tenant/graph";

    private final AzureWorld world;

    public GraphControl(AzureWorld world) {
        this.world = world;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.PUT, GRANT, this::allow);
        routes.on(HttpMethod.DELETE, GRANT, this::forbid);
    }

    private Object allow(RoutingContext request) {
        GraphGrant grant = grant(request);
        world.graphGrants().put(grant.name(), grant);
        return grant;
    }

    private Object forbid(RoutingContext request) {
        world.graphGrants().remove(grant(request).name());
        return Map.of();
    }

    private static GraphGrant grant(RoutingContext request) {
        return new GraphGrant(request.pathParam("tenant"), request.pathParam("clientId"));
    }
}
