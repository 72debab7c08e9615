package io.keyward.local.chaos.blow;

import io.keyward.local.chaos.blow.Blow.Kind;
import io.keyward.local.chaos.blow.Target.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What is struck when in one lane, as a function of the seed alone. It has no end: whoever follows it stops. */
final class BlowPlan {
    private static final int KILLS_OF_TEN = 5;
    private static final int TEN = 10;
    private static final int FEWEST_MILLIS_BETWEEN = 200;
    private static final int MORE_MILLIS_BETWEEN = 4_000;
    private static final int DEAD_MILLIS = 3_000;
    /** Longer than any lease of the stack, see {@link io.keyward.local.chaos.validation.ValidationTuning}. */
    private static final int FROZEN_MILLIS = 6_000;

    private static final int MORE_FROZEN_MILLIS = 3_000;

    private final Random random;
    private final List<Target> targets;

    BlowPlan(long seed, Lane lane) {
        random = new Random(seed * Lane.values().length + lane.ordinal());
        targets = Target.of(lane);
    }

    Blow next() {
        Target target = targets.get(random.nextInt(targets.size()));
        Duration after = Duration.ofMillis(FEWEST_MILLIS_BETWEEN + random.nextInt(MORE_MILLIS_BETWEEN));
        boolean kill = random.nextInt(TEN) < KILLS_OF_TEN;
        int lasts = kill ? random.nextInt(DEAD_MILLIS) : FROZEN_MILLIS + random.nextInt(MORE_FROZEN_MILLIS);
        return new Blow(target, kill ? Kind.KILL : Kind.FREEZE, after, Duration.ofMillis(lasts));
    }
}
