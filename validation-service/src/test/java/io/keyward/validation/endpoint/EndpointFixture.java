package io.keyward.validation.endpoint;

import io.keyward.contracts.EndpointEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells of endpoints without Kafka. */
@ApplicationScoped
public class EndpointFixture {
    private final PathStore store;

    EndpointFixture(PathStore store) {
        this.store = store;
    }

    /** What became of an endpoint. */
    public void tell(EndpointEvent event) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> take(event));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, for whoever is on a Vert.x context already. */
    public Uni<Void> take(EndpointEvent event) {
        return store.project(event);
    }
}
