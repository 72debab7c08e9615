package io.keyward.simulator.policy;

/** A policy document that AWS would not store. The message says what is wrong with it. */
public final class MalformedPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    MalformedPolicyException(String message) {
        super(message, null, false, false);
        this.problem = message;
    }

    public String problem() {
        return problem;
    }
}
