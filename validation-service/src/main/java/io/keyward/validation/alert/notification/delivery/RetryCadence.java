package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.notification.transport.NotificationConfig;
import io.keyward.validation.alert.notification.transport.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When what could not be delivered is tried again. */
final class RetryCadence {
    private static final int MOST_DOUBLINGS = 20;
    private static final int LASTING = MOST_DOUBLINGS + 1;

    private final Duration first;
    private final Duration longest;
    private final Duration maxAge;

    /** @throws IllegalArgumentException naming the key of a value that makes no sense */
    RetryCadence(NotificationConfig config) {
        this.first = positive("keyward.notification.first-retry", config.firstRetry());
        this.longest = positive("keyward.notification.longest-retry", config.longestRetry());
        this.maxAge = positive("keyward.notification.max-age", config.maxAge());
    }

    /**
     * The next attempt after a failure at {@code now}; empty when it is time to give up.
     *
     * @param createdAt when it was first to be delivered
     * @param failures how often it failed, this time included
     * @param chance from 0 to 1; shortens the pause by up to a half, so that mails drift apart
     */
    Optional<Instant> nextAttempt(Instant createdAt, int failures, Instant now, double chance) {
        if (!now.isBefore(createdAt.plus(maxAge))) {
            return Optional.empty();
        }
        var pause = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var limited = pause.compareTo(longest) > 0 ? longest : pause;
        return Optional.of(now.plusMillis(Math.round(limited.toMillis() * (1 - chance / 2))));
    }

    /**
     * The same after a failure that says more: one that does not heal by itself waits the longest pause at once, and nothing is tried before the time that the
     * other side asks for.
     */
    Optional<Instant> nextAttempt(Instant createdAt, int failures, Instant now, double chance, Outcome.Failed failure) {
        int counted = failure.lasting() ? LASTING : failures;
        return nextAttempt(createdAt, counted, now, chance).map(next -> failure.retryAfter()
                .map(now::plus)
                .filter(asked -> asked.isAfter(next))
                .orElse(next));
    }

    private static Duration positive(String key, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(key + " (" + value + ") must be positive");
        }
        return value;
    }
}
