package io.keyward.simulator.channels;

import org.jspecify.annotations.Nullable;

/**
 * How a channel fails, the next {@code times} times.
 *
 * @param answer the status; 0 closes the connection without one, and 200 answers as usual after the delay
 * @param delayMillis how long it waits first
 * @param times null for ever
 * @param retryAfter seconds that the answer asks to wait; null when it does not
 * @param only strikes requests alone whose path or body contains it; null for all
 */
record Fault(
        int answer,
        long delayMillis,
        @Nullable Integer times,
        @Nullable Integer retryAfter,
        @Nullable String only) {

    boolean strikes(Arrival arrival) {
        return (times == null || times > 0)
                && (only == null
                        || arrival.path().contains(only)
                        || arrival.body().contains(only));
    }

    Fault struck() {
        return times == null ? this : new Fault(answer, delayMillis, times - 1, retryAfter, only);
    }
}
