package io.keyward.validation.verdict;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Checks that said the key was taken away, not enough yet to believe it. Definite key states are counted a second time for themselves,
 * because they need fewer: a key that is denied now and disabled a moment later is suspect for both.
 *
 * @param since first of the answers
 * @param checks how many there were, definite ones included
 * @param last the latest of them
 * @param definiteSince first of the definite answers; null when there was none
 * @param definiteChecks how many of the answers were definite
 */
public record Suspicion(
        Instant since, int checks, Instant last, @Nullable Instant definiteSince, int definiteChecks) {

    static Suspicion first(boolean definite, Instant now) {
        return new Suspicion(now, 1, now, definite ? now : null, definite ? 1 : 0);
    }

    Suspicion and(boolean definite, Instant now) {
        if (!definite) {
            return new Suspicion(since, checks + 1, now, definiteSince, definiteChecks);
        }
        Instant firstDefinite = definiteSince == null ? now : definiteSince;
        return new Suspicion(since, checks + 1, now, firstDefinite, definiteChecks + 1);
    }

    /** The same, as if the latest of the answers were of {@code now}. */
    Suspicion asOf(Instant now) {
        return new Suspicion(since, checks, now, definiteSince, definiteChecks);
    }

    boolean hasLapsed(Duration lapse, Instant now) {
        return last.plus(lapse).isBefore(now);
    }
}
