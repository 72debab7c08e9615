package io.keyward.validation.enforcement.asking;

import io.keyward.validation.enforcement.plan.Phase;
import java.time.Duration;
import java.time.Instant;

/**
 * When a request is made again: under the same request revision, so that drivers may take it twice. A driver that lost a request, or died over it, is asked
 * after a while, and ever more rarely. One that could not start a cluster because the customer's KMS did not answer is asked as soon as it does.
 */
public final class AskingRules {
    private static final int MOST_DOUBLINGS = 30;

    private AskingRules() {}

    /**
     * How often.
     *
     * @param first pause before a request is made for the second time
     * @param longest pauses double up to this
     */
    public record Pace(Duration first, Duration longest) {
        public Pace {
            if (!first.isPositive() || longest.compareTo(first) < 0) {
                throw new IllegalArgumentException("keyward.enforcement.ask-again-after (" + first
                        + ") must be positive, and keyward.enforcement.ask-again-at-most-every (" + longest
                        + ") no shorter");
            }
        }

        Duration afterAsking(int times) {
            var pause = first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
            return pause.compareTo(longest) < 0 ? pause : longest;
        }
    }

    /** A cluster enters {@code phase}: what it asks is asked for the first time. */
    public static Asking entered(Phase phase, Pace pace, Instant now) {
        return isOpen(phase) ? new Asking(0, now.plus(pace.afterAsking(0)), false) : Asking.NOTHING;
    }

    /** What is asked in {@code phase} was announced once more, for whatever reason. */
    public static Asking repeated(Phase phase, Asking asking, Pace pace, Instant now) {
        int times = asking.times() + 1;
        return isOpen(phase) ? new Asking(times, now.plus(pace.afterAsking(times)), false) : Asking.NOTHING;
    }

    /** The driver is at it: it said something about the request in force that does not fulfil it. It is left alone for one more pause. */
    public static Asking heardOf(Phase phase, Asking asking, Pace pace, Instant now) {
        return isOpen(phase)
                ? new Asking(asking.times(), now.plus(pace.afterAsking(asking.times())), asking.blind())
                : Asking.NOTHING;
    }

    /**
     * Looks at what is asked though nothing happened.
     *
     * @param blind whether a key that the cluster needs gets no answer now
     */
    public static Asking seen(Phase phase, Asking asking, boolean blind) {
        return isOpen(phase) ? new Asking(asking.times(), asking.nextAt(), asking.blind() || blind) : asking;
    }

    /** Whether to ask again, with the same meaning of {@code blind}. */
    public static boolean isDue(Phase phase, Asking asking, boolean blind, Instant now) {
        var nextAt = asking.nextAt();
        return isOpen(phase)
                && (nextAt == null || !now.isBefore(nextAt) || isTowardsUp(phase) && asking.blind() && !blind);
    }

    private static boolean isOpen(Phase phase) {
        return phase.fulfilledBy().isPresent();
    }

    private static boolean isTowardsUp(Phase phase) {
        return switch (phase) {
            case STARTING, RESUMING -> true;
            case NEW, RUNNING, STOPPING, DEFERRED, STOPPED, REMOVING, REMOVED -> false;
        };
    }
}
