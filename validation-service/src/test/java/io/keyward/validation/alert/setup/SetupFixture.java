package io.keyward.validation.alert.setup;

import io.keyward.contracts.Actor;
import io.keyward.contracts.ProjectEvent;
import io.keyward.contracts.ProjectEvent.ProjectCreated;
import io.keyward.contracts.ProjectEvent.ProjectDeleted;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Supplier;

/** Projects without Kafka, and what people want to be told of them. */
@ApplicationScoped
public class SetupFixture {
    private static final String ORGANISATION = "64b0c0ffee64b0c0ffee64b1";
    private static final Actor OWNER = new Actor(Actor.API_KEY, "64b0c0ffee64b0c0ffee64b9", "owner", null);

    private final ProjectConsumer consumer;
    private final ConfigurationEditStore edits;

    SetupFixture(ProjectConsumer consumer, ConfigurationEditStore edits) {
        this.consumer = consumer;
        this.edits = edits;
    }

    /** What the event of a new project says. */
    public void create(String groupId, String name) {
        var system = Actor.system("config-service");
        take(new ProjectCreated(groupId, 1, Instant.now(), system, ORGANISATION, name, "ACTIVE"));
    }

    /** What the event of a project that is gone says. */
    public void delete(String groupId) {
        take(new ProjectDeleted(groupId, 2, Instant.now(), OWNER, ORGANISATION, "Shop"));
    }

    /** One more alert configuration; answers its id. */
    public String configure(String groupId, AlertConfiguration.Content content) {
        return await(() -> edits.create(groupId, content, OWNER)).orElseThrow().id();
    }

    /** Turns one on or off. */
    public void toggle(String groupId, String id, boolean enabled) {
        await(() -> edits.change(groupId, id, before -> before.enabled(enabled), OWNER));
    }

    /** Makes something else of one. */
    public void change(String groupId, String id, AlertConfiguration.Content content) {
        await(() -> edits.change(groupId, id, before -> content, OWNER));
    }

    public void forget(String groupId, String id) {
        await(() -> edits.delete(groupId, id, OWNER));
    }

    private void take(ProjectEvent event) {
        await(() -> consumer.project(event));
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
