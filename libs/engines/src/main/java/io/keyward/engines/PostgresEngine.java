package io.keyward.engines;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL server that keeps its promises: fsync and synchronous commits are on, which the embedding library turns off by default, and
 * the server itself is asked whether they are.
 *
 * <p>The caller stops it. A server whose JVM dies before that, by whatever signal, is taken down by a small helper process: it neither
 * survives nor loses a committed transaction.
 */
public final class PostgresEngine implements AutoCloseable {
    private static final Duration STARTUP_LIMIT = Duration.ofSeconds(60);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(20);
    private static final String USER = "postgres";

    private final Path folder;
    private final int port;
    private @Nullable EmbeddedPostgres server;
    private @Nullable ParentWatch watch;

    private PostgresEngine(Path folder, int port) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
    }

    /**
     * Starts a server and returns once it answers.
     *
     * @param folder where its data and log are kept; made when absent, otherwise used as it was left, even by a server that was killed
     * @param port port on loopback; any free one when 0
     * @throws IllegalStateException when the port is taken or the server does not start
     */
    public static PostgresEngine start(Path folder, int port) {
        PostgresEngine engine = new PostgresEngine(folder, Ports.claim(port, "PostgreSQL"));
        engine.restart();
        return engine;
    }

    /** Starts the server again on the same folder and port, after {@link #stop()} or by stopping it first. */
    public synchronized void restart() {
        stop();
        Ports.claim(port, "PostgreSQL");
        try {
            Files.createDirectories(folder);
            server = launch();
            watch = ParentWatch.over(postmasterPid());
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not start; see " + log(), e);
        }
        requireOn("fsync");
        requireOn("synchronous_commit");
    }

    private EmbeddedPostgres launch() throws IOException {
        Redirect log = Redirect.appendTo(log().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(STARTUP_LIMIT)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("unix_socket_directories", "")
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    /** Stops the server and waits until it is gone. The folder stays. Does nothing when it is stopped. */
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        } finally {
            server = null;
            if (watch != null) {
                watch.dismiss();
                watch = null;
            }
        }
    }

    /**
     * SIGKILL to the server and all its processes, as when the machine goes: nobody says goodbye. Returns when they are gone; {@link #restart()} recovers
     * what was committed. Does nothing when it is stopped.
     */
    public synchronized void kill() {
        if (server == null) {
            return;
        }
        ProcessHandle postmaster = ProcessHandle.of(postmasterPid())
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running on " + folder));
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(KILL_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
        stop();
    }

    @Override
    public void close() {
        stop();
    }

    public int port() {
        return port;
    }

    public String username() {
        return USER;
    }

    /** Connections from loopback are trusted; clients that insist on sending a password send this one. */
    public String password() {
        return USER;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Address for the Vert.x client. */
    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Creates the database unless it exists.
     *
     * @param name lower-case letters, digits and underscores
     */
    public void createDatabase(String name) {
        if (!name.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        if (ask("select count(*) from pg_database where datname = '" + name + "'")
                .equals("0")) {
            run("create database " + name);
        }
    }

    /** Process id of the server, for tests that kill it. */
    public long postmasterPid() {
        try {
            return Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid"))
                    .getFirst()
                    .trim());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL is not running on " + folder, e);
        }
    }

    private void requireOn(String setting) {
        String value = ask("show " + setting);
        if (!value.equals("on")) {
            stop();
            throw new IllegalStateException(setting + " is " + value + ": this server would forget what it committed");
        }
    }

    private String ask(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + query, e);
        }
    }

    private void run(String command) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + command, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(USER), USER, USER);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }
}
