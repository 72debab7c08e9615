package io.keyward.secrets;

/**
 * Something sealed could not be opened: another keyset, other associated data, or tampering. Says nothing about the contents, on purpose.
 */
public final class UnsealableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsealableException(String message, Throwable cause) {
        super(message, cause);
    }
}
