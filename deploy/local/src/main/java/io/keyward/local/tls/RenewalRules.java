package io.keyward.local.tls;

import java.time.Duration;
import java.time.Instant;

/**
 * How long certificates last, and when a start replaces them. The authority outlives every certificate that it issues, and has years left
 * whenever somebody trusts it.
 */
final class RenewalRules {
    static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    static final Duration SERVER_LIFE = Duration.ofDays(365);

    /** A stack that is started now and then should not find its certificate ended while it runs. */
    static final Duration SERVER_MARGIN = Duration.ofDays(30);

    /** Certificates begin this long before they are made: clocks of containers and virtual machines differ. */
    static final Duration HEAD_START = Duration.ofDays(1);

    private RenewalRules() {}

    /** Whether the authority can still issue a certificate that it outlives. */
    static boolean keepsAuthority(Instant from, Instant until, Instant now) {
        return lasts(from, until, now, SERVER_LIFE);
    }

    static boolean keepsServer(Instant from, Instant until, Instant now) {
        return lasts(from, until, now, SERVER_MARGIN);
    }

    private static boolean lasts(Instant from, Instant until, Instant now, Duration margin) {
        return !now.isBefore(from) && now.plus(margin).isBefore(until);
    }
}
