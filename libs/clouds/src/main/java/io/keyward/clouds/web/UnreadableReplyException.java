package io.keyward.clouds.web;

/** A reply that says that all is well, and not what it should say: it is nobody's answer, and nothing follows from it. */
public final class UnreadableReplyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableReplyException(String field) {
        super("the reply has no " + field, null, false, false);
    }
}
