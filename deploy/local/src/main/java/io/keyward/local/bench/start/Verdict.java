package io.keyward.local.bench.start;

import io.keyward.local.bench.usage.Spread;
import java.util.List;
import java.util.Locale;

/**
 * What several starts come to.
 *
 * @param seconds from the first process until the last service was ready
 * @param megabytes in use by all services together, at rest
 */
record Verdict(Spread seconds, Spread megabytes) {
    static final double MOST_SECONDS = 5;
    static final double MOST_MEGABYTES = 750;

    /** Of at least one start. */
    static Verdict of(List<Start> starts) {
        return new Verdict(
                Spread.of(starts.stream().map(Start::seconds).toList()),
                Spread.of(
                        starts.stream().map(start -> (double) start.megabytes()).toList()));
    }

    /** Whether both medians are below their limits. */
    boolean isWithinLimits() {
        return seconds.median() < MOST_SECONDS && megabytes.median() < MOST_MEGABYTES;
    }

    String spread() {
        return String.format(
                Locale.ROOT,
                "seconds %s, below %.0f wanted; MB %s, below %.0f wanted",
                seconds.print(2),
                MOST_SECONDS,
                megabytes.print(0),
                MOST_MEGABYTES);
    }

    /** The last line: the medians. */
    String line() {
        return String.format(Locale.ROOT, "start %.2f s, rss %.0f MB", seconds.median(), megabytes.median());
    }
}
