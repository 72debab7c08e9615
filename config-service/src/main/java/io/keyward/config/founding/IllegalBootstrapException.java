package io.keyward.config.founding;

/** Settings of the first organization or account that are missing or wrong; each line of the message begins with one. */
final class IllegalBootstrapException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    IllegalBootstrapException(String complaints) {
        super(complaints);
    }
}
