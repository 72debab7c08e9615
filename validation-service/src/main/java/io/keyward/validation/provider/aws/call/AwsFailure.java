package io.keyward.validation.provider.aws.call;

import org.jspecify.annotations.Nullable;

/**
 * A call that AWS did not answer as we hoped, classed.
 *
 * @param code AWS's error code, or the class of a failure on our side of the wire
 * @param message AWS's words, null when there are none; blank ones are none
 * @param requestId null when AWS never answered
 */
public record AwsFailure(
        Kind kind,
        String code,
        @Nullable String message,
        @Nullable String requestId) {

    public AwsFailure {
        message = message == null || message.isBlank() ? null : message;
    }

    /** What a failure is about, finer than what follows from it: that depends on which call it met. */
    public enum Kind {
        KEY_DISABLED,
        KEY_PENDING_DELETION,
        KEY_MATERIAL_MISSING,
        /** Being created or updated. */
        KEY_NOT_READY,
        KEY_STORE_UNAVAILABLE,
        KEY_NOT_FOUND,
        WRONG_KEY_USAGE,
        INVALID_REQUEST,
        WRONG_CIPHERTEXT,
        /** Refused by somebody whose refusal is the customer's word, see {@link AccessDenial}. */
        ACCESS_DENIED,
        NETWORK_POLICY,
        /** Refused over the internet, though the project requires private networking: the key's policy may insist on it. */
        DENIED_ON_PUBLIC_PATH,
        /** Refused by a statement of the key's policy, through an endpoint that is so new that the policy may not know it yet. */
        DENIED_TO_NEW_ENDPOINT,
        /** Our own identity, clock or request. */
        OUR_CREDENTIALS,
        SESSION_EXPIRED,
        /** Whoever asked is not known there: we are not ourselves, or the region is switched off in the account. */
        UNKNOWN_PRINCIPAL,
        /** The account has no use of AWS at present: not signed up, or suspended. */
        ACCOUNT_SUSPENDED,
        THROTTLED,
        PROVIDER_FAULT,
        UNREACHABLE,
        /** Reached somebody, but not somebody whose certificate we trust. */
        UNTRUSTED_PEER,
        TIMED_OUT,
        UNKNOWN
    }

    public AwsFailure as(Kind other) {
        return new AwsFailure(other, code, message, requestId);
    }

    /** AWS's code and words, for an operator. */
    public String words() {
        return message == null ? code : code + ": " + message;
    }

    /** Which policy denied, as far as AWS says so. */
    public AccessDenial denial() {
        return AccessDenial.of(message);
    }
}
