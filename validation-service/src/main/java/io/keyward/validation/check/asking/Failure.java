package io.keyward.validation.check.asking;

import io.keyward.clouds.web.UnreadableReplyException;
import org.jspecify.annotations.Nullable;

/**
 * A call that a cloud did not answer as we hoped, classed.
 *
 * @param code the cloud's own, or the class of a failure on our side of the wire
 * @param message the cloud's words, null when there are none; blank ones are none
 * @param requestId null when the cloud never answered, or gives none
 */
public record Failure(
        Kind kind,
        String code,
        @Nullable String message,
        @Nullable String requestId) {

    public Failure {
        message = message == null || message.isBlank() ? null : message;
    }

    /** What a failure is about, finer than what follows from it: that depends on which call it met. */
    public enum Kind {
        KEY_DISABLED,
        KEY_PENDING_DELETION,
        KEY_MATERIAL_MISSING,
        /** Being made. */
        KEY_NOT_READY,
        KEY_NOT_FOUND,
        KEY_EXPIRED,
        KEY_NOT_YET_VALID,
        KEY_VERSION_MISSING,
        WRONG_KEY_USAGE,
        INVALID_REQUEST,
        WRONG_CIPHERTEXT,
        ACCESS_DENIED,
        /** Denied by policies that travel for minutes. */
        ACCESS_DENIED_SLOWLY,
        JUSTIFICATION_DENIED,
        /** Our own identity is not let in. */
        NOT_LET_IN,
        CREDENTIALS_INVALID,
        CREDENTIALS_EXPIRED,
        /** Whose the credentials would be is not there: a typing error, unless they worked before. */
        OWNER_NOT_FOUND,
        CREDENTIALS_NOT_AT_HAND,
        /** The token is not taken, or no longer. */
        TOKEN_REFUSED,
        SERVICE_DISABLED,
        /** The cloud serves whoever owns the key no longer, or not at present. */
        ACCOUNT_SUSPENDED,
        NETWORK_POLICY,
        OUR_CREDENTIALS,
        THROTTLED,
        PROVIDER_FAULT,
        UNREACHABLE,
        /** Reached somebody, but not somebody whose certificate we trust. */
        UNTRUSTED_PEER,
        TIMED_OUT,
        UNKNOWN
    }

    /** Of a reply that says something else than it should. What is said of it is ours; what parsers say may quote it. */
    static Failure unreadable(RuntimeException thrown) {
        boolean ours =
                thrown instanceof UnreadableReplyException || thrown.getClass() == IllegalArgumentException.class;
        var words = ours ? thrown.getMessage() : thrown.getClass().getSimpleName();
        return new Failure(Kind.UNKNOWN, "UnreadableReply", "not understood: " + words, null);
    }

    /** The same failure, seen as another one. */
    public Failure as(Kind other) {
        return new Failure(other, code, message, requestId);
    }

    /** Whether somebody's policy said no to this very call, so that another one may still be allowed. */
    public boolean isDenial() {
        return kind == Kind.ACCESS_DENIED || kind == Kind.ACCESS_DENIED_SLOWLY;
    }

    /** The cloud's code and words, for an operator. */
    public String words() {
        return message == null ? code : code + ": " + message;
    }
}
