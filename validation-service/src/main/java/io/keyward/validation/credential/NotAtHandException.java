package io.keyward.validation.credential;

/** A credential could not be had. Without a stack trace: that somebody else is down is no bug. */
public final class NotAtHandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAtHandException(String why) {
        super(why, null, false, false);
    }
}
