package io.keyward.validation.check.role;

import io.keyward.validation.check.Evidence;

/** Whether a customer's role lets us in. */
public record RoleCheck(Outcome outcome, Evidence evidence) {

    /** What the attempt to enter ended with. */
    public enum Outcome {
        /** We got in. */
        ASSUMABLE,
        /** The customer's cloud says no, and goes on saying it, while our own identity works. */
        REFUSED,
        /** We did not get an answer, or it may be our own fault. */
        INCONCLUSIVE
    }
}
