package io.keyward.clouds;

import java.time.Duration;

/**
 * How old a session may be that was obtained earlier. A cached session outlives the trust it came from: a customer who takes the role away is not
 * noticed until it lapses. That is tolerable for a scheduled check, for one interval at most, and nowhere else.
 *
 * @param oldest a session that was obtained this long ago is too old; zero when none from before will do
 */
public record Freshness(Duration oldest) {

    /** Ask the cloud again: a configuration being accepted, <em>Try Again</em>, a hint, a check that confirms a suspicion. */
    public static final Freshness FRESH = new Freshness(Duration.ZERO);

    /** Whatever the cache still holds will do. */
    public static final Freshness CACHED = new Freshness(Duration.ofDays(1));

    /** A session from the cache will do if it is younger than {@code age}: scheduled checks, by the interval between two of them. */
    public static Freshness within(Duration age) {
        return new Freshness(age);
    }

    /** Whether no session from before will do. */
    public boolean isFresh() {
        return !oldest.isPositive();
    }
}
