package io.keyward.validation.expiry;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns the clockwork of expiring secrets by hand. */
@ApplicationScoped
public class ExpiryFixture {
    private final ExpirySweep sweep;

    ExpiryFixture(ExpirySweep sweep) {
        this.sweep = sweep;
    }

    /** What the sweep does at its next tick. */
    public void sweep() {
        try {
            VertxContextSupport.subscribeAndAwait(sweep::sweep);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
