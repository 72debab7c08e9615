package io.keyward.e2e.race;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much later the creation starts than the teardown, in nanoseconds; one for each kind of teardown, because one takes longer than the other.
 * Shared by all racers, and moved by whoever loses.
 */
public final class Lead {
    private static final long STEP = Duration.ofMillis(15).toNanos();

    private final AtomicLong beforeDisabling = new AtomicLong();
    private final AtomicLong beforeTurningOff =
            new AtomicLong(Duration.ofMillis(90).toNanos());

    long of(boolean disabling) {
        return kind(disabling).get();
    }

    void lengthen(boolean disabling) {
        kind(disabling).addAndGet(STEP);
    }

    void shorten(boolean disabling) {
        kind(disabling).addAndGet(-STEP);
    }

    private AtomicLong kind(boolean disabling) {
        return disabling ? beforeDisabling : beforeTurningOff;
    }
}
