package io.keyward.access.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers what may be used only once, for at least as long as it could be used again. Two generations, so that forgetting costs nothing:
 * the older one is dropped as a whole. Only what authenticated gets here, so that strangers cannot fill it.
 */
final class UsedNonces {
    private final Duration generation;
    private final Clock clock;
    private Set<String> current = new HashSet<>();
    private Set<String> previous = new HashSet<>();
    private Instant turn;

    /** @param atLeast how long something is remembered; at most twice as long */
    UsedNonces(Duration atLeast, Clock clock) {
        this.generation = atLeast;
        this.clock = clock;
        this.turn = clock.instant().plus(atLeast);
    }

    /** Whether this is its first use. */
    synchronized boolean isFirst(String use) {
        forget();
        return !previous.contains(use) && current.add(use);
    }

    private void forget() {
        Instant now = clock.instant();
        if (now.isBefore(turn)) {
            return;
        }
        boolean allOld = !now.isBefore(turn.plus(generation));
        previous = allOld ? new HashSet<>() : current;
        current = new HashSet<>();
        turn = now.plus(generation);
    }
}
