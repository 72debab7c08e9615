package io.keyward.local.outpost;

import io.keyward.local.client.Patience;
import io.keyward.local.lifeline.Child;
import io.keyward.local.service.Broker;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine in a process of its own. It ends with this one, and is started again on the same port, with what it had acknowledged. */
public final class OutpostProcess implements Broker {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int CONNECT_MILLIS = 1000;

    private final Outpost.Kind kind;
    private final int port;
    private final Path kept;
    private final Path log;
    private @Nullable Child process;

    private OutpostProcess(Outpost.Kind kind, int port, Path kept, Path log) {
        this.kind = kind;
        this.port = port;
        this.kept = kept;
        this.log = log;
    }

    /**
     * Starts it and returns when it listens.
     *
     * @param kept where it keeps what it acknowledges
     * @throws IllegalStateException when it does not start
     */
    public static OutpostProcess start(Outpost.Kind kind, int port, Path kept, Path log) {
        OutpostProcess outpost = new OutpostProcess(kind, port, kept, log);
        outpost.restart();
        return outpost;
    }

    @Override
    public synchronized void restart() {
        kill();
        Child starting = Child.start(new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile())));
        process = starting;
        boolean ready = Patience.until(LIMIT, PAUSE, () -> !starting.isAlive() || listens());
        if (!ready || !starting.isAlive()) {
            throw new IllegalStateException(kind.word() + " did not start; see " + log);
        }
    }

    @Override
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Process id of the running one. */
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(kind.word() + " does not run");
        }
        return process.pid();
    }

    /** SIGKILL; returns when the process is gone. Does nothing when it does not run. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    /** There is nothing to say goodbye to: what was acknowledged is kept. */
    @Override
    public void stop() {
        kill();
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Outpost.class.getName(),
                kind.name(),
                Integer.toString(port),
                kept.toString());
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
