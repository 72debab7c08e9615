package io.keyward.validation.enforcement.plan;

import java.util.Set;

/** What a cluster should be, worked out anew each time from the tenant's wish and the verdicts on its keys. */
public sealed interface Wanted {

    /** It should run: nothing holds it. */
    record Up() implements Wanted {}

    /**
     * It should not run.
     *
     * @param reasons why, never empty
     */
    record Down(Set<StopReason> reasons) implements Wanted {
        public Down {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a cluster is not stopped without a reason");
            }
            reasons = Set.copyOf(reasons);
        }
    }

    /** It should not exist. */
    record Gone() implements Wanted {}

    /** Up without reasons, down with some. */
    static Wanted unlessHeldBy(Set<StopReason> reasons) {
        return reasons.isEmpty() ? new Up() : new Down(reasons);
    }
}
