package io.keyward.validation.cadence.lane;

import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;

/** What a check says about the lane that it was made in, whatever it says about the key. */
public enum Pace {
    /** The provider answered: more may be asked. */
    ANSWERED,
    /** Nothing can be said: nobody was asked, or a fault of somebody's. */
    UNCLEAR,
    /** The provider did not answer in time, or was not reached: less is to be asked at a time. */
    SILENT,
    /** The provider asks to be asked less. */
    THROTTLED;

    /** What {@code check} says. */
    public static Pace of(KeyCheck check) {
        return switch (check) {
            case Inconclusive inconclusive -> of(inconclusive.cause());
            case KeyCheck.Valid ignored -> ANSWERED;
            case KeyCheck.Revoked ignored -> ANSWERED;
            case KeyCheck.Unusable ignored -> ANSWERED;
        };
    }

    private static Pace of(Cause cause) {
        return switch (cause) {
            case THROTTLED -> THROTTLED;
            case TIMED_OUT, UNREACHABLE -> SILENT;
            case PROVIDER_FAULT,
                    CREDENTIALS_NOT_AT_HAND,
                    OUR_CREDENTIALS,
                    NETWORK_POLICY,
                    PRIVATE_ENDPOINT_MISSING,
                    KEY_STORE_UNAVAILABLE,
                    KEY_NOT_READY,
                    UNKNOWN -> UNCLEAR;
        };
    }
}
