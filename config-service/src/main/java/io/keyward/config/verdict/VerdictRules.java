package io.keyward.config.verdict;

import java.time.Duration;
import java.time.Instant;

/** When a read of the KMS configuration is worth a check. Pure. */
final class VerdictRules {
    private VerdictRules() {}

    /** Only a bad answer is asked again, and only once it is older than {@code freshness}. */
    static boolean isWorthAsking(KeyVerdict known, Instant now, Duration freshness) {
        return !known.isValid() && known.checkedAt().plus(freshness).isBefore(now);
    }
}
