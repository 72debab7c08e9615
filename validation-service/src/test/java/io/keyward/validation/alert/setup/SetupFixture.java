package io.keyward.validation.alert.setup;

import io.keyward.contracts.Actor;
import io.keyward.contracts.ProjectEvent.ProjectCreated;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Projects without Kafka. */
@ApplicationScoped
public class SetupFixture {
    private final SetupStore store;

    SetupFixture(SetupStore store) {
        this.store = store;
    }

    /** What the event of a new project says. */
    public void create(String groupId, String name) {
        var created = new ProjectCreated(
                groupId, 1, Instant.now(), Actor.system("config-service"), "64b0c0ffee64b0c0ffee64b1", name, "ACTIVE");
        try {
            VertxContextSupport.subscribeAndAwait(() -> store.project(created));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
