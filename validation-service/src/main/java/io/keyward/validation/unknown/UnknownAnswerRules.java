package io.keyward.validation.unknown;

import java.time.Duration;
import java.time.Instant;

/** How often people are told of an answer that nobody knows. */
final class UnknownAnswerRules {
    /** The same one. */
    private static final Duration SAME = Duration.ofHours(1);

    /** Another one: a cloud that invents one with each call does not keep us busy. */
    private static final Duration OTHER = Duration.ofSeconds(10);

    /** When none came for so long, whatever it was is over. */
    private static final Duration OVER = Duration.ofHours(24);

    private UnknownAnswerRules() {}

    /**
     * What was told last.
     *
     * @param what operation and code
     */
    record Told(String what, Instant at) {
        static final Told NOTHING = new Told("", Instant.EPOCH);
    }

    /** Whether it is told now. */
    static boolean isNews(Told last, String what, Instant now) {
        var pause = last.what().equals(what) ? SAME : OTHER;
        return Duration.between(last.at(), now).compareTo(pause) >= 0;
    }

    /** Who was told last before this is told that it is over. */
    static Instant overBefore(Instant now) {
        return now.minus(OVER);
    }
}
