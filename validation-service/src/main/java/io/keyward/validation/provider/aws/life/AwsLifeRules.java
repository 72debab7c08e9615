package io.keyward.validation.provider.aws.life;

import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.check.KeyLife.RotationSource;
import io.keyward.validation.provider.aws.call.AwsFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When a key ends and when it was last rotated, from what AWS told. */
public final class AwsLifeRules {
    private AwsLifeRules() {}

    /**
     * What AWS told of rotation. Each source may be closed to the role.
     *
     * @param listed whether the record of rotations was open
     * @param lastListed the latest in it; null when there is none
     * @param next when KMS rotates by itself; null when it does not or does not tell
     * @param periodDays how often it does
     * @param startedAt when a rotation that somebody asked for was begun; null when none is under way
     * @param madeAt when the key was made, or the one that it is a replica of; null when that is closed as well
     */
    record Rotation(
            boolean listed,
            @Nullable Instant lastListed,
            @Nullable Instant next,
            @Nullable Integer periodDays,
            @Nullable Instant startedAt,
            @Nullable Instant madeAt) {

        static final Rotation UNKNOWN = new Rotation(false, null, null, null, null, null);
    }

    /** The end that the description tells; of two the earlier. Nothing is said about rotation. */
    public static KeyLife ending(KeyDescription key, Instant now) {
        @Nullable Instant deletion = deletionOf(key, now);
        @Nullable Instant expiry = key.dates().materialUntil();
        boolean deletedFirst = deletion != null && (expiry == null || !expiry.isBefore(deletion));
        if (deletedFirst) {
            return new KeyLife(deletion, End.DELETION, null, null, null);
        }
        return new KeyLife(expiry, expiry == null ? null : End.MATERIAL_EXPIRY, null, null, null);
    }

    /** Adds the last rotation by the best source that was open. A record that is open and empty tells that there was none since the key was made. */
    static KeyLife rotated(KeyLife ending, Rotation rotation) {
        @Nullable Instant scheduled = rotation.listed() ? null : lastBySchedule(rotation);
        if (rotation.lastListed() != null) {
            return with(ending, rotation.lastListed(), RotationSource.ROTATION_RECORD, rotation.next());
        }
        if (scheduled != null) {
            return with(ending, scheduled, RotationSource.ROTATION_SCHEDULE, rotation.next());
        }
        return rotation.madeAt() == null
                ? ending
                : with(ending, rotation.madeAt(), RotationSource.CREATION, rotation.next());
    }

    /** Whether a source is closed for good, so that the next best one is asked; anything else is asked again another day. */
    static boolean isClosed(AwsFailure failure) {
        return switch (failure.kind()) {
            case ACCESS_DENIED, NETWORK_POLICY, DENIED_ON_PUBLIC_PATH, DENIED_TO_NEW_ENDPOINT -> true;
            case WRONG_KEY_USAGE, INVALID_REQUEST, KEY_NOT_FOUND, UNKNOWN_PRINCIPAL -> true;
            case KEY_DISABLED, KEY_PENDING_DELETION, KEY_MATERIAL_MISSING, WRONG_CIPHERTEXT -> false;
            case KEY_NOT_READY, KEY_STORE_UNAVAILABLE, OUR_CREDENTIALS, SESSION_EXPIRED -> false;
            case ACCOUNT_SUSPENDED, THROTTLED, PROVIDER_FAULT -> false;
            case UNREACHABLE, UNTRUSTED_PEER, TIMED_OUT, UNKNOWN -> false;
        };
    }

    /** The days of a key that waits for its replicas have not begun: its end is no earlier than this, to the day, so that it is no news with every check. */
    private static @Nullable Instant deletionOf(KeyDescription key, Instant now) {
        @Nullable Instant date = key.dates().deletionAt();
        @Nullable Integer days = key.dates().deletionDays();
        return date != null || days == null
                ? date
                : now.plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.DAYS);
    }

    private static @Nullable Instant lastBySchedule(Rotation rotation) {
        @Nullable Instant next = rotation.next();
        @Nullable Integer days = rotation.periodDays();
        @Nullable Instant started = rotation.startedAt();
        if (next == null || days == null) {
            return started;
        }
        Instant last = next.minus(Duration.ofDays(days));
        return started != null && started.isAfter(last) ? started : last;
    }

    private static KeyLife with(KeyLife ending, Instant at, RotationSource source, @Nullable Instant next) {
        return new KeyLife(ending.endsAt(), ending.end(), at, source, next);
    }
}
