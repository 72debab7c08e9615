package io.keyward.validation.enforcement.plan;

/** Whether a condemned key stops clusters. */
public enum Mode {
    /** It does everything but that: checks, verdicts and alerts are the same, and what would have been stopped is said. */
    OBSERVE,
    /** It does. */
    ENFORCE
}
