package io.keyward.local.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long something took, again and again.
 *
 * @param median in milliseconds
 * @param percentile95 in milliseconds: what 19 of 20 stay within
 */
record Timing(double median, double percentile95) {
    private static final double NANOS_PER_MILLI = 1e6;

    /** Of these durations in nanoseconds, at least one. */
    static Timing of(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timing(at(sorted, 0.5), at(sorted, 0.95));
    }

    /** Does something so many times before it counts, and then so many times. */
    static Timing measure(int warmUp, int rounds, Runnable work) {
        for (int i = 0; i < warmUp; i++) {
            work.run();
        }
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long begun = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - begun;
        }
        return of(nanos);
    }

    /** Both, and how many times the median of {@code base} the median is. */
    String beside(Timing base) {
        return String.format(Locale.ROOT, "%.1f | %.1f | %.1f", median, percentile95, median / base.median);
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.ceil(part * sorted.length) - 1] / NANOS_PER_MILLI;
    }
}
