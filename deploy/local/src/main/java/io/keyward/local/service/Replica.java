package io.keyward.local.service;

import io.keyward.engines.Ports;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.lifeline.Child;
import io.keyward.local.service.process.Health;
import io.keyward.local.service.process.Machine;
import io.keyward.local.service.process.Program;
import io.keyward.local.service.process.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A second process of a service, over the same database and topics, on ports of its own: unless the stack says so, no route leads to it, and it shares all other work. */
public final class Replica implements AutoCloseable {
    private final Path root;
    private final Service service;
    private final StackFolder folder;
    private final Map<String, String> settings;
    private final int port = Ports.free();
    private final int internalPort = Ports.free();
    private final Health health = new Health();
    private @Nullable Child process;

    Replica(Path root, Service service, StackFolder folder, Map<String, String> ofTheFirst) {
        this.root = root;
        this.service = service;
        this.folder = folder;
        this.settings = new TreeMap<>(ofTheFirst);
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("keyward.internal.port", Integer.toString(internalPort));
    }

    /** The port of its public API. */
    public int port() {
        return port;
    }

    /** The port of its internal API. */
    public int internalPort() {
        return internalPort;
    }

    /** Its name in logs. */
    public String name() {
        return service.folder() + "-2";
    }

    /** Starts it, on the same ports as before, and returns when it is ready. One that ended by itself meanwhile is started anew. */
    public void start() {
        kill();
        Child starting =
                ServiceProcess.start(Program.of(root, service.folder()), name(), folder, Machine.FRUGAL, settings);
        process = starting;
        health.awaitReady(name(), starting, "http://127.0.0.1:" + port, folder.log(name()));
    }

    /** Kills it without notice, and returns when it is gone. Does nothing when it does not run. */
    public void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    /** SIGTERM; returns when it is gone, and answers whether it went by itself in that time. */
    public boolean terminate(Duration limit) {
        Child ending = process;
        process = null;
        return ending == null || ending.terminate(limit);
    }

    /** Process id of the running one. */
    public long pid() {
        if (process == null) {
            throw new IllegalStateException(name() + " does not run");
        }
        return process.pid();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
            process = null;
        }
    }
}
