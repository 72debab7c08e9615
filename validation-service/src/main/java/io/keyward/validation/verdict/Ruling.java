package io.keyward.validation.verdict;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a check.
 *
 * @param next what to remember
 * @param announcement what to tell the others
 * @param confirmAfter check again after this time, with a fresh session, because a suspicion waits to be confirmed; null when the usual schedule is
 *     soon enough
 */
public record Ruling(
        Standing next, Announcement announcement, @Nullable Duration confirmAfter) {

    /** The event to publish, if any. Each carries the whole resulting state. */
    public enum Announcement {
        NOTHING,
        VALIDATED,
        REVOKED,
        /** Enough checks agree that the key was taken away, and the guard does not let it count until somebody looked. */
        HELD,
        FOUND_UNUSABLE,
        UNVERIFIED
    }
}
