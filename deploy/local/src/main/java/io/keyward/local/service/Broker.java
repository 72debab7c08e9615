package io.keyward.local.service;

/** Kafka, in this process or in one of its own. */
public interface Broker extends AutoCloseable {

    /** Value for {@code bootstrap.servers}. */
    String bootstrap();

    /** Stops it and waits until it is gone. What it keeps stays. Does nothing when it is stopped. */
    void stop();

    /** Starts it again on the same port and folder, after {@link #stop()} or by stopping it first. */
    void restart();

    @Override
    default void close() {
        stop();
    }
}
