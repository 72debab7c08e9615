package io.keyward.validation.alert.notification;

/** What a notice tells of. */
public enum Occasion {
    /** An alert opened. */
    OPENED,
    /** It is still open, and nobody has acknowledged it. */
    REMINDED,
    /** It is over, and what it had stopped runs again. */
    RECOVERED
}
