package io.keyward.local.bench.sweep;

import io.keyward.local.bench.sweep.loop.Target;
import java.util.List;

/** One of the two that are compared. */
interface Side {

    /** Begins to check these, and none but these. */
    void take(List<Target> targets);

    /** Checks all that were taken, so often, for nothing but to be warm. */
    void warmUp(int passes);

    /**
     * Checks all that were taken, so often, one time after the other. Fails when an answer was not as it should be.
     *
     * @param anew whether roles are to be assumed anew each time
     */
    Lap run(int passes, boolean anew);
}
