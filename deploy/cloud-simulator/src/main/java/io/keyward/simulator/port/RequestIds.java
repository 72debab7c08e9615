package io.keyward.simulator.port;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids of requests. They have to differ, and need not be hard to guess: secure randomness for each would cost as much as the rest of reading a request. */
public final class RequestIds {
    private static final RandomGenerator RANDOM = new SplittableRandom();
    private static final long VERSION_4 = 0x4000L;
    private static final long VERSION = 0xF000L;
    private static final long VARIANT_2 = Long.MIN_VALUE;
    private static final long VARIANT = 0xC000_0000_0000_0000L;

    private RequestIds() {}

    /** Confined to the one thread that serves requests. */
    public static String next() {
        long high = RANDOM.nextLong() & ~VERSION | VERSION_4;
        long low = RANDOM.nextLong() & ~VARIANT | VARIANT_2;
        return new UUID(high, low).toString();
    }
}
