package io.keyward.validation.verdict;

import io.keyward.validation.check.KeyCheck.Revoked.Certainty;
import java.time.Duration;

/**
 * How many answers must agree before a key is believed to be taken away.
 *
 * @param keyState for definite key states
 * @param accessDenied for denials, which may be a policy that is still travelling
 * @param lapse a suspicion whose latest answer is older than this starts anew
 */
public record ConfirmationPolicy(Agreement keyState, Agreement accessDenied, Duration lapse) {

    public ConfirmationPolicy {
        if (lapse.compareTo(keyState.pace()) <= 0 || lapse.compareTo(accessDenied.pace()) <= 0) {
            throw new IllegalArgumentException(
                    "keyward.check.confirmation.lapse (" + lapse
                            + ") must be longer than the time between two confirming checks, or no revocation is ever confirmed");
        }
    }

    Agreement of(Certainty certainty) {
        return switch (certainty) {
            case KEY_STATE -> keyState;
            case ACCESS_DENIED -> accessDenied;
        };
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
