package io.keyward.clouds.web;

/** A cloud replied, and refused. Without a stack trace: to be refused is no bug. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CloudReply reply;

    public RefusedException(CloudReply reply) {
        super("HTTP " + reply.status(), null, false, false);
        this.reply = reply;
    }

    /** What was replied. */
    public CloudReply reply() {
        return reply;
    }
}
