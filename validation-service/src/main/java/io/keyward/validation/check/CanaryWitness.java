package io.keyward.validation.check;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Is told what became of a canary, which stands for our own identity: while it fails, a denial says nothing about anybody's key. Called on a Vert.x
 * context outside of any transaction, at most once a second for each fate. Never fails.
 */
public interface CanaryWitness {

    /** The canary worked at {@code at}. */
    Uni<Void> assumed(Instant at);

    /**
     * The canary did not work at {@code at}, and it was not the weather.
     *
     * @param explanation for operators: what was answered
     */
    Uni<Void> failed(Instant at, String explanation);
}
