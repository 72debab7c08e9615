package io.keyward.validation.keyuse;

import io.keyward.contracts.Actor;
import io.keyward.contracts.EncryptionEvent;
import io.keyward.contracts.EncryptionEvent.EncryptionConfigured;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Configures key uses without Kafka. */
@ApplicationScoped
public class KeyUseFixture {
    private final EncryptionStore store;

    KeyUseFixture(EncryptionStore store) {
        this.store = store;
    }

    /** What a project's latest event says. */
    public void configure(String groupId, long revision, EncryptionEvent.KeyUse... keyUses) {
        await(new EncryptionConfigured(
                groupId, revision, Instant.now(), Actor.system("config-service"), List.of(keyUses)));
    }

    /** The same, for whoever is on a Vert.x context already. */
    public Uni<Void> take(EncryptionEvent event) {
        return store.project(event);
    }

    private void await(EncryptionEvent event) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> take(event));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
