package io.keyward.validation.guard;

import io.keyward.validation.keyuse.KeyUse;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Asked before a key is condemned, and only then: an ordinary check costs nothing here. */
@ApplicationScoped
public class CondemnationGuard {
    private final GuardStore store;
    private final MeterRegistry meters;

    CondemnationGuard(GuardStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    /**
     * Whether {@code use} may be condemned. Takes part in the caller's transaction, in which the caller has locked the project and the key use. Only where it
     * is a close thing the guard's lock is held until that transaction ends, see {@link GuardStore}: a replica that freezes in between does not keep the
     * others from condemning.
     *
     * @param use as it stands before it is condemned
     * @param now when the check was made that would condemn it
     * @return false when it is to be held instead: nothing stops, and an operator is told
     */
    public Uni<Boolean> admit(KeyUse use, Instant now) {
        var suspicion = use.standing().suspicion();
        return store.admit(use.id(), suspicion == null ? null : suspicion.last(), now)
                .invoke(this::count);
    }

    private void count(boolean admitted) {
        meters.counter("keyward.condemnations", "outcome", admitted ? "admitted" : "held")
                .increment();
    }
}
