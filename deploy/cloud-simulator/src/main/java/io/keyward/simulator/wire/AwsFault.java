package io.keyward.simulator.wire;

/**
 * A refusal on its way to the client. An exception, because it ends an operation from any depth; without a stack trace, because being
 * refused is not a bug.
 */
public final class AwsFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;

    public AwsFault(String code, String message, int status) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    /** A client's fault, which the JSON services answer with 400 whatever the code. */
    public AwsFault(String code, String message) {
        this(code, message, 400);
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** The text that the client sees. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
