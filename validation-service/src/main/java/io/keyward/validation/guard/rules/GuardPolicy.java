package io.keyward.validation.guard.rules;

import java.time.Duration;
import java.time.Instant;

/**
 * How much may look bad at once before condemning is held.
 *
 * @param keys so many, however few keys there are
 * @param share so many of the keys in use, from 0 to 1, where that is more
 * @param organizations fewer organisations than that are never too many
 * @param canary whether a canary that failed within the window is a reason by itself
 * @param window what counts as at once
 * @param vouching for how long an operator's release of a key is good
 */
public record GuardPolicy(
        int keys, double share, int organizations, boolean canary, Duration window, Duration vouching) {

    public GuardPolicy {
        require(keys >= 0, "keys", keys, "must not be negative");
        require(share >= 0 && share <= 1, "share", share, "must be between 0 and 1");
        require(organizations >= 1, "organizations", organizations, "must be at least 1");
        require(window.isPositive(), "window", window, "must be positive, or nothing is ever suspect at once");
    }

    /** What happened after this is within the window. */
    public Instant windowBefore(Instant now) {
        return now.minus(window);
    }

    /** What an operator released before this is no longer vouched for. */
    public Instant vouchingBefore(Instant now) {
        return now.minus(vouching);
    }

    private static void require(boolean holds, String key, Object value, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("keyward.guard." + key + " (" + value + ") " + complaint);
        }
    }
}
