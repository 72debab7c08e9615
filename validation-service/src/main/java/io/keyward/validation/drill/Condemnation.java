package io.keyward.validation.drill;

import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.Standing;
import java.time.Duration;

/**
 * How a key use would be condemned.
 *
 * @param use as it is
 * @param answer what every check would answer
 * @param checks how many checks would have to agree; 0 when it is condemned already
 * @param takes from the first of them to the last
 * @param after what would be believed then
 */
record Condemnation(KeyUse use, Revoked answer, int checks, Duration takes, Standing after) {

    /** Whether it is condemned already. */
    boolean isOld() {
        return checks == 0;
    }

    /** The key use as it would be then. */
    KeyUse condemned() {
        return use.believed(after, answer.evidence().explanation());
    }
}
