package io.keyward.simulator;

import io.keyward.simulator.world.World;
import java.time.Clock;
import java.time.Instant;

/** Two times: the real one, by which requests are signed, and the simulated one, which can be moved to see deletions come due. */
record SimulatedClock(Clock real, World world) {

    Instant realNow() {
        return real.instant();
    }

    Instant now() {
        return realNow().plus(world.clockOffset());
    }
}
