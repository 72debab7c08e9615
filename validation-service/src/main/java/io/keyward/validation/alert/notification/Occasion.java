package io.keyward.validation.alert.notification;

/** What a mail tells of. */
public enum Occasion {
    /** An alert opened. */
    OPENED,
    /** It is over, and what it had stopped runs again. */
    RECOVERED
}
