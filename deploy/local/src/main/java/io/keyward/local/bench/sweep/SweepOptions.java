package io.keyward.local.bench.sweep;

import java.time.Duration;
import java.util.List;

/**
 * What is measured.
 *
 * @param keys how many keys, one scale after the other, ascending
 * @param runs of each side at each scale
 * @param interval how often the key of the clusters is checked that are to be stopped by schedule
 */
public record SweepOptions(List<Integer> keys, int runs, Duration interval) {
    static final int FEWEST_KEYS = 100;
    static final int MOST_KEYS = 200_000;
    private static final int MOST_OWN_ROLES = 10_000;
    private static final int SPARE_SESSIONS = 10;
    static final int MOST_RUNS = 100;
    static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);
    static final Duration LONGEST_INTERVAL = Duration.ofMinutes(10);

    /** Fails with an IllegalArgumentException that names the option and says what it may be. */
    public SweepOptions {
        keys = List.copyOf(keys);
        require(!keys.isEmpty(), "--keys needs a number of keys, or several");
        for (int i = 0; i < keys.size(); i++) {
            int wanted = keys.get(i);
            require(
                    wanted >= FEWEST_KEYS && wanted <= MOST_KEYS && wanted % FEWEST_KEYS == 0,
                    "--keys takes hundreds from %d to %d, not %d".formatted(FEWEST_KEYS, MOST_KEYS, wanted));
            require(i == 0 || keys.get(i - 1) < wanted, "--keys takes numbers that grow, not " + keys);
        }
        require(
                runs >= 1 && runs <= MOST_RUNS,
                "--runs takes a number from 1 to %d, not %d".formatted(MOST_RUNS, runs));
        require(
                interval.compareTo(SHORTEST_INTERVAL) >= 0 && interval.compareTo(LONGEST_INTERVAL) <= 0,
                "--interval takes a duration from 10s to 10m");
    }

    /** The largest scale. */
    int mostKeys() {
        return keys.getLast();
    }

    /** How many keys have a role of their own. */
    int ownRoles() {
        return Math.min(MOST_OWN_ROLES, mostKeys());
    }

    /**
     * Twice as many as there are roles that a hundred keys share, so that those are assumed once; far fewer than there are roles of one key, so that those are
     * assumed in each run.
     */
    int mostSessions() {
        return Math.max(2 * KeyCrowd.roles(mostKeys()) + SPARE_SESSIONS, ownRoles() / 4);
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
