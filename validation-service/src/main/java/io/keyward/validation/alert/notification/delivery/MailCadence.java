package io.keyward.validation.alert.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail is tried again. */
final class MailCadence {
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final Duration maxAge;

    /** @throws IllegalArgumentException naming the key of a value that makes no sense */
    MailCadence(NotificationConfig config) {
        this.first = positive("keyward.notification.first-retry", config.firstRetry());
        this.longest = positive("keyward.notification.longest-retry", config.longestRetry());
        this.maxAge = positive("keyward.notification.max-age", config.maxAge());
    }

    /**
     * The next attempt after a failure at {@code now}; empty when it is time to give up.
     *
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

    private static Duration positive(String key, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(key + " (" + value + ") must be positive");
        }
        return value;
    }
}
