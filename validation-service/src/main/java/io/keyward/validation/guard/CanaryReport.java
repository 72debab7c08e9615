package io.keyward.validation.guard;

import io.keyward.validation.check.CanaryWitness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Takes in what became of our canary role, for all replicas: operators are told, and while it failed within the window nothing is condemned. Called on a
 * Vert.x context and outside of any transaction. Never fails: a report that cannot be recorded is logged, and the check that it came from counts all the
 * same.
 */
@ApplicationScoped
public class CanaryReport implements CanaryWitness {
    private static final Logger LOG = Logger.getLogger(CanaryReport.class);

    private final CanaryStore store;

    CanaryReport(CanaryStore store) {
        this.store = store;
    }

    /** The canary role was assumed at {@code at}. */
    @Override
    public Uni<Void> assumed(Instant at) {
        return logged(store.assumed(at));
    }

    /**
     * The canary role could not be assumed at {@code at}.
     *
     * @param explanation for operators: what was answered
     */
    @Override
    public Uni<Void> failed(Instant at, String explanation) {
        return logged(store.failed(at, explanation));
    }

    private static Uni<Void> logged(Uni<Void> recorded) {
        return recorded.onFailure()
                .invoke(failure ->
                        LOG.warnf(failure, "what became of the canary role was not recorded; the next report will be"))
                .onFailure()
                .recoverWithNull();
    }
}
