package io.keyward.engines;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker that is its own controller, inside this JVM. Topics are never created by accident, transactions work with one replica, and
 * a folder whose last broker was killed is recovered from.
 */
public final class KafkaEngine implements AutoCloseable {
    /** Held here, because the logging framework forgets the level of a logger that nobody holds. */
    private static final List<Logger> TALKATIVE = Stream.of("kafka", "org.apache.kafka", "state.change.logger")
            .map(Logger::getLogger)
            .toList();

    private final Path folder;
    private final int port;
    private final @Nullable Listener beside;
    private @Nullable KafkaRaftServer server;

    private KafkaEngine(Path folder, int port, @Nullable Listener beside) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.beside = beside;
    }

    /**
     * A second way to the broker, on loopback.
     *
     * @param protocol Kafka's security protocol, for example {@code SASL_SSL}
     * @param settings the broker's for this listener, without the prefix that names it
     */
    public record Listener(String protocol, int port, Map<String, String> settings) {
        private static final String NAME = "BESIDE";

        private void addTo(Map<String, String> all) {
            String address = "," + NAME + "://127.0.0.1:" + port;
            all.merge("listeners", address, String::concat);
            all.merge("advertised.listeners", address, String::concat);
            all.merge("listener.security.protocol.map", "," + NAME + ":" + protocol, String::concat);
            settings.forEach(
                    (name, value) -> all.put("listener.name." + NAME.toLowerCase(Locale.ROOT) + "." + name, value));
        }
    }

    /**
     * Starts a broker and returns once it serves.
     *
     * @param folder where its log is kept; made when absent, otherwise used as it was left
     * @param port port on loopback; any free one when 0
     * @throws IllegalStateException when the port is taken or the broker does not start
     */
    public static KafkaEngine start(Path folder, int port) {
        return start(folder, port, null);
    }

    /** The same with another listener, as an installation has that does not trust its network; nobody is asked for a password at the first one. */
    public static KafkaEngine start(Path folder, int port, @Nullable Listener beside) {
        KafkaEngine engine = new KafkaEngine(folder, Ports.claim(port, "Kafka"), beside);
        engine.restart();
        return engine;
    }

    /** Starts the broker again on the same folder and port, after {@link #stop()} or by stopping it first. */
    public synchronized void restart() {
        stop();
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        Ports.claim(port, "Kafka");
        Map<String, String> settings = settings();
        format(settings);
        KafkaRaftServer starting = new KafkaRaftServer(KafkaConfig.fromProps(properties(settings)), Time.SYSTEM);
        try {
            starting.startup();
        } catch (RuntimeException e) {
            throw new IllegalStateException("Kafka did not start on " + folder, e);
        }
        server = starting;
    }

    /** Stops the broker and waits until it is gone. The folder stays. Does nothing when it is stopped. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

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

    private Map<String, String> settings() {
        int controllerPort = Ports.free();
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        if (beside != null) {
            beside.addTo(settings);
        }
        settings.put("log.dirs", folder.resolve("log").toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A consumer may ask for less than six seconds: one that was killed is soon started again here.
        settings.put("group.min.session.timeout.ms", "1000");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        // A cleaner sized for a workstation: the default buffer alone is a quarter of a small heap.
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        return settings;
    }

    private void format(Map<String, String> settings) {
        if (Files.exists(folder.resolve("log").resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("broker.properties");
            try (OutputStream out = Files.newOutputStream(file)) {
                properties(settings).store(out, null);
            }
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            String[] arguments = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()};
            if (StorageTool.execute(arguments, nowhere) != 0) {
                throw new IllegalStateException("Kafka's folder could not be formatted: " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's folder could not be written: " + folder, e);
        }
    }

    private static Properties properties(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
