package io.keyward.config.validation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Why a check did not find a key valid. The names are the wire's; a name of tomorrow reads as {@link #UNKNOWN}. */
public enum CheckReason {
    // The customer's cloud says no.
    KEY_DISABLED,
    KEY_PENDING_DELETION,
    KEY_MATERIAL_MISSING,
    KEY_NOT_FOUND,
    ACCESS_REVOKED,
    ROLE_NOT_ASSUMABLE,
    CREDENTIALS_INVALID,
    CREDENTIALS_EXPIRED,
    ASSIGNMENT_REVOKED,
    JUSTIFICATION_DENIED,

    // The configuration cannot work.
    WRONG_KEY_USAGE,
    WRONG_KEY_TYPE,
    KEY_NEVER_FOUND,
    DESCRIBE_KEY_DENIED,
    ENCRYPT_DENIED,
    INVALID_REQUEST,
    WRONG_CIPHERTEXT,
    KEY_EXPIRED,
    KEY_NOT_YET_VALID,
    KEY_VERSION_MISSING,
    SERVICE_DISABLED,
    KEY_ELSEWHERE,
    PRIVATE_NETWORK_NOT_ENABLED,

    // There was no answer.
    UNREACHABLE,
    TIMED_OUT,
    THROTTLED,
    PROVIDER_FAULT,
    OUR_CREDENTIALS,
    NETWORK_POLICY,
    PRIVATE_ENDPOINT_MISSING,
    KEY_STORE_UNAVAILABLE,
    KEY_NOT_READY,
    CREDENTIALS_NOT_AT_HAND,
    UNKNOWN;

    /** Whether it says that there is no such key at all. */
    public boolean isAbsence() {
        return this == KEY_NOT_FOUND || this == KEY_NEVER_FOUND || this == KEY_VERSION_MISSING;
    }

    /** The reason of that name. */
    public static CheckReason parse(@Nullable String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
