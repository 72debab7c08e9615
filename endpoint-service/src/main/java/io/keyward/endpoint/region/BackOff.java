package io.keyward.endpoint.region;

import java.time.Duration;

/**
 * How long a region in trouble is left alone: twice as long after each trouble in a row, up to a limit, and a little less by chance, so that regions that
 * went down together are not looked at together.
 *
 * @param first the pause without any trouble
 * @param longest not shorter than {@code first}
 */
public record BackOff(Duration first, Duration longest) {
    /** Beyond this many doublings every limit that makes sense is reached; more would overflow. */
    private static final int MOST_DOUBLINGS = 20;

    private static final double SPREAD = 0.1;

    /**
     * The pause after so many troubles in a row.
     *
     * @param chance from 0, for the whole pause, to 1, for a tenth less
     */
    public Duration pause(int failures, double chance) {
        var doubled = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return spread(doubled.compareTo(longest) < 0 ? doubled : longest, chance);
    }

    /** A little less than {@code pause}, by {@code chance}. */
    public static Duration spread(Duration pause, double chance) {
        return Duration.ofNanos((long) (pause.toNanos() * (1 - SPREAD * chance)));
    }
}
