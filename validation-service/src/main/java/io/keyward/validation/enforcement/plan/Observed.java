package io.keyward.validation.enforcement.plan;

/** What a driver says it saw of a cluster. */
public enum Observed {
    /** Up and serving. */
    RUNNING,
    /** Down, data and machines kept. */
    STOPPED,
    /** Still up: the stop is taken, and has to wait. */
    DEFERRED,
    /** Gone for good. */
    REMOVED
}
