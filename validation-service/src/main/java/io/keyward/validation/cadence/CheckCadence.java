package io.keyward.validation.cadence;

import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a key is checked next. An answer is good for one interval, less up to a tenth, so that keys spread and none waits longer than promised. A
 * suspicion is looked into when its confirmation asks for it. Without an answer we look again soon and then more and more rarely, up to the
 * interval; whoever throttles us is not asked more often than that from the start.
 */
final class CheckCadence {
    private static final int DOUBLINGS = 3;
    private static final double SPREAD_ANSWERED = 0.1;
    private static final double SPREAD_UNANSWERED = 0.3;

    private final Duration interval;

    CheckCadence(Duration interval) {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("keyward.check.interval (" + interval + ") must be positive");
        }
        this.interval = interval;
    }

    /**
     * When the next check is due.
     *
     * @param confirmAfter the verdict rules' wish, counted from the start of the check; null when they have none
     * @param unanswered how many checks in a row, this one included, got no answer; 0 after an answer
     * @param now after the check; nothing is due before it
     * @param chance evenly spread from 0 to 1
     */
    Instant nextDue(
            KeyCheck check,
            @Nullable Duration confirmAfter,
            int unanswered,
            Instant startedAt,
            Instant now,
            double chance) {
        var pause = confirmAfter != null ? confirmAfter : pause(check, unanswered, chance);
        var due = startedAt.plus(pause);
        return due.isBefore(now) ? now : due;
    }

    /** How many checks in a row got no answer, after this one. */
    static int unanswered(KeyCheck check, int before) {
        return switch (check) {
            case Inconclusive ignored -> before + 1;
            case KeyCheck.Valid ignored -> 0;
            case KeyCheck.Revoked ignored -> 0;
            case KeyCheck.Unusable ignored -> 0;
        };
    }

    private Duration pause(KeyCheck check, int unanswered, double chance) {
        return switch (check) {
            case Inconclusive inconclusive -> backOff(inconclusive.cause(), unanswered, chance);
            case KeyCheck.Valid ignored -> sooner(interval, SPREAD_ANSWERED, chance);
            case KeyCheck.Revoked ignored -> sooner(interval, SPREAD_ANSWERED, chance);
            case KeyCheck.Unusable ignored -> sooner(interval, SPREAD_ANSWERED, chance);
        };
    }

    private Duration backOff(Cause cause, int unanswered, double chance) {
        int halvings = cause == Cause.THROTTLED ? 0 : Math.max(0, DOUBLINGS + 1 - Math.max(1, unanswered));
        return sooner(interval.dividedBy(1L << halvings), SPREAD_UNANSWERED, chance);
    }

    private static Duration sooner(Duration pause, double spread, double chance) {
        return Duration.ofNanos((long) (pause.toNanos() * (1 - spread * chance)));
    }
}
