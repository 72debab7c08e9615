package io.keyward.validation.provider.aws.canary;

import io.keyward.validation.provider.aws.call.AwsFailure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is made of the canary's fate. */
final class CanaryRules {
    /** The same fate is told again no sooner. */
    private static final Duration TELLING = Duration.ofSeconds(1);

    /** A canary that failed is looked after no sooner. */
    private static final Duration LOOKING_AGAIN = Duration.ofSeconds(10);

    private CanaryRules() {}

    /**
     * What is known of the canary here.
     *
     * @param assumedAt when it was last assumed; null when it never was
     * @param failedAt when it last could not be, for a reason of ours; null when that never happened
     */
    record Fate(@Nullable Instant assumedAt, @Nullable Instant failedAt) {
        static final Fate UNKNOWN = new Fate(null, null);

        Fate assumed(Instant at) {
            return new Fate(at, failedAt);
        }

        Fate failed(Instant at) {
            return new Fate(assumedAt, at);
        }

        /** Whether the last that was seen of it is a failure. */
        boolean isFailing() {
            return failedAt != null && (assumedAt == null || assumedAt.isBefore(failedAt));
        }
    }

    /** Whether it is news to those who were told {@code told} that the canary was assumed. */
    static boolean tellsAssumed(Fate told, Instant at) {
        return told.isFailing() || isDue(told.assumedAt(), TELLING, at);
    }

    /** Whether it is news to those who were told {@code told} that the canary failed. */
    static boolean tellsFailed(Fate told, Instant at) {
        return !told.isFailing() || isDue(told.failedAt(), TELLING, at);
    }

    /** Whether nobody would see that the canary is well again unless it is asked. */
    static boolean isLookedAfter(Fate fate, @Nullable Instant lookedAt, Instant now) {
        return fate.isFailing() && isDue(fate.failedAt(), LOOKING_AGAIN, now) && isDue(lookedAt, LOOKING_AGAIN, now);
    }

    /** Whether a failure says something about who we are. Bad weather does not. */
    static boolean blamesUs(AwsFailure failure) {
        return switch (failure.kind()) {
            case ACCESS_DENIED, NETWORK_POLICY, OUR_CREDENTIALS, SESSION_EXPIRED, UNKNOWN_PRINCIPAL -> true;
            case ACCOUNT_SUSPENDED, INVALID_REQUEST, UNKNOWN -> true;
            case THROTTLED, PROVIDER_FAULT, UNREACHABLE, UNTRUSTED_PEER, TIMED_OUT -> false;
            case KEY_DISABLED, KEY_PENDING_DELETION, KEY_MATERIAL_MISSING, KEY_NOT_READY -> false;
            case KEY_STORE_UNAVAILABLE, KEY_NOT_FOUND, WRONG_KEY_USAGE, WRONG_CIPHERTEXT -> false;
            case DENIED_ON_PUBLIC_PATH, DENIED_TO_NEW_ENDPOINT -> false;
        };
    }

    private static boolean isDue(@Nullable Instant last, Duration pace, Instant now) {
        return last == null || !now.isBefore(last.plus(pace));
    }
}
