package io.keyward.driver.plan;

/** What is to be done. Each may be done again without harm. */
public sealed interface Step {

    /** Set {@code spec.pause}, and our mark. */
    record Pause(Resource resource, long requestRevision) implements Step {}

    /** Take {@code spec.pause} and our mark away. */
    record Resume(Resource resource) implements Step {}

    /** Take away a mark that is left on what somebody else has resumed: who pauses it next is somebody else. */
    record Forget(Resource resource) implements Step {}

    /** Tell Keyward what is seen. */
    record Report(Wish wish, Observed state, String message) implements Step {}

    /** Say that nothing here carries the label of that cluster. */
    record Unknown(Wish wish) implements Step {}

    /** As the observed API spells it. */
    enum Observed {
        RUNNING,
        STOPPED,
        DEFERRED
    }
}
