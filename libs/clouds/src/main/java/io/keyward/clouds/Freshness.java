package io.keyward.clouds;

/**
 * Whether a session that was obtained earlier may be used. A cached session outlives the trust it came from: a customer who takes the role
 * away is not noticed until it lapses. That is tolerable for a scheduled check, whose cache lives for one interval at most, and nowhere else.
 */
public enum Freshness {
    /** A session from the cache will do: scheduled checks. */
    CACHED,
    /** Ask the cloud again: a configuration being accepted, <em>Try Again</em>, a hint, a check that confirms a suspicion. */
    FRESH
}
