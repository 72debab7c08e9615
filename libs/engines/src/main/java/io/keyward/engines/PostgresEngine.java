package io.keyward.engines;

import java.nio.file.Path;

/** One PostgreSQL server. */
public final class PostgresEngine implements AutoCloseable {
    private final Path folder;
    private final int port;

    private PostgresEngine(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server on {@code folder} (made when absent, kept afterwards) and {@code port} of loopback, any free one when 0. */
    public static PostgresEngine start(Path folder, int port) {
        PostgresEngine engine = new PostgresEngine(folder, Ports.claim(port, "PostgreSQL"));
        engine.restart();
        return engine;
    }

    /** Starts it again after {@link #stop()}, on the same folder and port; stops it first when it runs. */
    public void restart() {
        throw new UnsupportedOperationException(folder.toString());
    }

    /** Stops the server and waits until it is gone. The folder stays. Does nothing when it is stopped. */
    public void stop() {}

    @Override
    public void close() {
        stop();
    }

    public int port() {
        return port;
    }

    public String username() {
        return "postgres";
    }

    public String password() {
        return "postgres";
    }

    /** Creates the database unless it exists. */
    public void createDatabase(String name) {}

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Address for the Vert.x client. */
    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }
}
