package io.keyward.validation.enforcement.plan;

/** What follows from comparing what is wanted of a cluster with what is known of it. */
public sealed interface Decision {

    /** This decision; if it is to stay, while something is new that is told with the phase, to announce the phase again. */
    default Decision tellingNews(boolean isNews) {
        return isNews && this instanceof Stay ? new Restate() : this;
    }

    /** Nothing changes, nothing is announced. */
    record Stay() implements Decision {}

    /** The phase stays, and is announced again because something that is told with it changed. */
    record Restate() implements Decision {}

    /** The cluster enters another phase, which is announced. */
    record Enter(Phase phase) implements Decision {}
}
