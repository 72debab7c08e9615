package io.keyward.secrets.kek;

import java.security.GeneralSecurityException;

/** A KMS did not do what it was asked for. Says what it said, on one line, and has no cause: nothing of what was sent or received is in it. */
public final class KekException extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public KekException(Kind kind, String said) {
        super(said.replaceAll("\\s+", " ").strip());
        this.kind = kind;
    }

    /** Why, as far as it matters for what to do. */
    public enum Kind {
        /** Nobody answered, or only to say that they are busy. */
        UNANSWERED(true, "See that the KMS can be reached from here"),
        /** We have no credentials to ask with, or they are not known. */
        NOBODY(true, "Give whoever runs this an identity at that cloud, as docs/operations/configuration.md says"),
        /** We are known, and may not. */
        DENIED(false, "Allow the identity that this runs as to use that key, or name another key"),
        /** The key is disabled, about to be deleted, or not there. */
        UNUSABLE_KEY(false, "Enable that key, or cancel its deletion: nothing else opens what it encrypted"),
        /** The key is there, and did not encrypt this. */
        WRONG_KEYSET(false, "Name the key that encrypted the keyset, or put the keyset back as it was"),
        /** Anything else. */
        REFUSED(false, "See what the KMS says about it");

        private final boolean worthRepeating;
        private final String advice;

        Kind(boolean worthRepeating, String advice) {
            this.worthRepeating = worthRepeating;
            this.advice = advice;
        }
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the same may succeed in a moment, without anybody's doing. */
    public boolean isWorthRepeating() {
        return kind.worthRepeating;
    }

    /** What to do about it: a sentence without its full stop. */
    public String advice() {
        return kind.advice;
    }
}
