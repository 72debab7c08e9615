package io.keyward.simulator.control;

import io.keyward.simulator.events.Destination;
import io.keyward.simulator.events.EventBridge;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Says where EventBridge sends events to. Its README is the module's. */
public final class EventBridgeControl {
    private static final String USUAL = "default";

    private final EventBridge bridge;

    public EventBridgeControl(EventBridge bridge) {
        this.bridge = bridge;
    }

    public void mount(ControlRoutes routes) {
        for (String path : new String[] {"/event-bridge", "/event-bridge/:name"}) {
            routes.on(HttpMethod.GET, path, request -> bridge.urls());
            routes.on(HttpMethod.PUT, path, this::set);
            routes.on(HttpMethod.DELETE, path, this::clear);
        }
    }

    private Map<String, String> set(RoutingContext request) {
        bridge.set(name(request), ControlRoutes.body(request, Destination.class));
        return bridge.urls();
    }

    private Map<String, String> clear(RoutingContext request) {
        bridge.clear(name(request));
        return bridge.urls();
    }

    private static String name(RoutingContext request) {
        String name = request.pathParam("name");
        return name == null ? USUAL : name;
    }
}
