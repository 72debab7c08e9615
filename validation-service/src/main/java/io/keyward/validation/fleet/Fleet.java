package io.keyward.validation.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The installation as it was counted.
 *
 * @param keyUses how many there are of each provider and verdict; none where there are none
 * @param clusters how many are in each phase
 * @param unverified key uses that could not be checked with a result when they were checked last
 * @param unverifiedSince since when the one that is longest so; null when there is none
 * @param frozen whether operators froze the enforcement
 */
record Fleet(
        Map<Standing, Long> keyUses,
        Map<String, Long> clusters,
        long unverified,
        @Nullable Instant unverifiedSince,
        boolean frozen) {
    static final Fleet NOTHING = new Fleet(Map.of(), Map.of(), 0, null, false);

    /** What is believed of keys of a provider. */
    record Standing(String provider, String verdict) {}

    /** For how long, at {@code now}, the key is unverified that is longest so; zero when there is none. */
    Duration unverifiedFor(Instant now) {
        var since = unverifiedSince;
        return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }
}
