package io.keyward.validation.enforcement.plan;

/** What follows from comparing what is wanted of a cluster with what is known of it. */
public sealed interface Decision {

    /** Nothing changes, nothing is announced. */
    record Stay() implements Decision {}

    /** The phase stays, and is announced again because its reasons changed. */
    record Restate() implements Decision {}

    /** The cluster enters another phase, which is announced. */
    record Enter(Phase phase) implements Decision {}
}
