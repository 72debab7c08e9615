package io.keyward.validation.check;

/** Whether a customer's role lets us in. */
public record RoleCheck(Outcome outcome, Evidence evidence) {

    /** What the attempt to assume the role ended with. */
    public enum Outcome {
        ASSUMABLE,
        /** The customer's cloud says no, and goes on saying it, while our own identity works. */
        REFUSED,
        /** We did not get an answer, or it may be our own fault. */
        INCONCLUSIVE
    }
}
