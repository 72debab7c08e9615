package io.keyward.validation.verdict;

import io.keyward.validation.check.KeyCheck.Revoked.Certainty;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How many answers must agree before a key is believed to be taken away.
 *
 * @param keyState for definite key states
 * @param accessDenied for denials, which may be a policy that is still travelling
 * @param slowDenial for denials by policies that travel for minutes
 * @param lapse a suspicion whose latest answer is older than this starts anew
 */
public record ConfirmationPolicy(Agreement keyState, Agreement accessDenied, Agreement slowDenial, Duration lapse) {

    public ConfirmationPolicy {
        if (Stream.of(keyState, accessDenied, slowDenial).anyMatch(one -> lapse.compareTo(one.pace()) <= 0)) {
            throw new IllegalArgumentException(
                    "keyward.check.confirmation.lapse (" + lapse
                            + ") must be longer than the time between two confirming checks, or no revocation is ever confirmed");
        }
    }

    Agreement of(Certainty certainty) {
        return switch (certainty) {
            case KEY_STATE -> keyState;
            case ACCESS_DENIED -> accessDenied;
            case SLOW_DENIAL -> slowDenial;
        };
    }

    /** How many answers of any kind must agree, the last of which is of that kind. */
    public Agreement ofAnyKind(Certainty certainty) {
        return certainty == Certainty.SLOW_DENIAL ? slowDenial : accessDenied;
    }

    /**
     * {@code checks} answers, the last at least {@code over} after the first.
     *
     * @param checks at least 1
     * @param over not negative
     */
    public record Agreement(int checks, Duration over) {

        public Agreement {
            if (checks < 1) {
                throw new IllegalArgumentException("a confirmation needs at least one check, not " + checks);
            }
            if (over.isNegative()) {
                throw new IllegalArgumentException("a confirmation cannot take a negative time: " + over);
            }
        }

        /** The time between two confirming checks that spreads them over the whole. */
        Duration pace() {
            return checks == 1 ? over : over.dividedBy(checks - 1L);
        }

        boolean isReached(int agreeing, Duration elapsed) {
            return agreeing >= checks && elapsed.compareTo(over) >= 0;
        }
    }
}
