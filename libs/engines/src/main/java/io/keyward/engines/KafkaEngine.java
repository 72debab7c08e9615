package io.keyward.engines;

import java.nio.file.Path;

/** One Kafka broker (KRaft, combined roles), inside this JVM. */
public final class KafkaEngine implements AutoCloseable {
    private final Path folder;
    private final int port;

    private KafkaEngine(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a broker on {@code folder} (made when absent, kept afterwards) and {@code port} of loopback, any free one when 0. */
    public static KafkaEngine start(Path folder, int port) {
        KafkaEngine engine = new KafkaEngine(folder, Ports.claim(port, "Kafka"));
        engine.restart();
        return engine;
    }

    /** Starts it again after {@link #stop()}, on the same folder and port; stops it first when it runs. */
    public void restart() {
        throw new UnsupportedOperationException(folder.toString());
    }

    /** Stops the broker and waits until it is gone. The folder stays. Does nothing when it is stopped. */
    public void stop() {}

    @Override
    public void close() {
        stop();
    }

    public int port() {
        return port;
    }

    /** Value for {@code bootstrap.servers}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }
}
