package io.keyward.messaging;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A request that changes something, as the resources of services do. */
@ApplicationScoped
public class ThingRoute {
    private final ThingStore things;

    ThingRoute(ThingStore things) {
        this.things = things;
    }

    void register(@Observes Router router) {
        router.post("/things/:id").handler(this::rename);
    }

    private void rename(RoutingContext request) {
        things.rename(request.pathParam("id"), "by request").subscribe().with(done -> request.end(), request::fail);
    }
}
