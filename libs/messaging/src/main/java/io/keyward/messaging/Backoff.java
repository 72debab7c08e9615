package io.keyward.messaging;

import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts: 100 ms, doubled each time up to 10 s, each shortened at random by up to a half so that replicas drift apart. */
final class Backoff {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 10_000;
    private static final int DOUBLINGS = 7;

    private Backoff() {}

    /**
     * @param attempt how often it failed so far, 1 at first
     */
    static long millisAfter(int attempt) {
        return millisAfter(attempt, ThreadLocalRandom.current().nextDouble());
    }

    static long millisAfter(int attempt, double random) {
        long full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt - 1, DOUBLINGS));
        return Math.round(full * (1 - random / 2));
    }
}
