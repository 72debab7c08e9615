package io.keyward.validation.alert.notification.transport;

/** A request went nowhere. Its message is for people, and has no secret in it. */
final class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TransportException(String message) {
        super(message);
    }
}
