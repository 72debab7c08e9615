package io.keyward.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A lease on an {@link EngineDaemon}: it runs at least until this is closed. */
final class EngineClient implements AutoCloseable {
    private static final int GRACE_SECONDS = 20;

    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;
    private final List<String> ports;

    private EngineClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        this.ports = List.of(ask("addresses").split(" "));
    }

    /** The daemon that all tests of this module share, started when it is not there. Modules are tested side by side: each has its own. */
    static EngineClient shared() throws IOException {
        Path folder = Files.createDirectories(sharedFolder());
        Path portFile = folder.resolve("port");
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            Optional<EngineClient> running = connect(portFile);
            if (running.isPresent()) {
                return running.get();
            }
            int port = fork(Files.createTempDirectory(folder, "run-"), GRACE_SECONDS);
            Files.writeString(portFile, Integer.toString(port));
            return new EngineClient(port);
        }
    }

    /** A daemon for this client alone, gone when this is closed. */
    static EngineClient own() throws IOException {
        return new EngineClient(fork(Files.createTempDirectory("keyward-own-engines-"), 0));
    }

    int postgresPort() {
        return Integer.parseInt(ports.get(0));
    }

    int kafkaPort() {
        return Integer.parseInt(ports.get(1));
    }

    int simulatorPort() {
        return Integer.parseInt(ports.get(2));
    }

    /** Sends a command of {@link EngineDaemon} and waits until it is done. */
    synchronized String ask(String command) {
        out.println(command);
        try {
            String answer = in.readLine();
            if (answer == null || !answer.startsWith("ok ")) {
                throw new IllegalStateException("the engines' process answered: " + answer);
            }
            return answer.substring("ok ".length());
        } catch (IOException e) {
            throw new IllegalStateException("the engines' process is gone", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static Optional<EngineClient> connect(Path portFile) {
        try {
            return Optional.of(new EngineClient(Integer.parseInt(Files.readString(portFile))));
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int fork(Path folder, int graceSeconds) throws IOException {
        Path log = folder.resolve("engines.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineDaemon.class.getName(),
                        folder.toString(),
                        Integer.toString(graceSeconds))
                .redirectError(Redirect.to(log.toFile()))
                .start();
        try (BufferedReader answer =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String port = answer.readLine();
            if (port == null) {
                throw new IllegalStateException("the engines did not start:\n" + Files.readString(log));
            }
            return Integer.parseInt(port);
        }
    }

    private static Path sharedFolder() {
        String user = System.getProperty("user.name");
        String module =
                Integer.toHexString(Path.of("").toAbsolutePath().toString().hashCode());
        return Path.of(System.getProperty("java.io.tmpdir"), "keyward-engines-" + user + "-" + module);
    }
}
