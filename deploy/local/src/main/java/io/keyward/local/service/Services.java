package io.keyward.local.service;

import io.keyward.local.folder.Credentials;
import io.keyward.local.folder.StackFolder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The running services of one stack. */
public final class Services implements AutoCloseable {
    private final Path root;
    private final StackFolder folder;
    private final ServicePorts ports;
    private final ServiceSettings settings;
    private final Health health = new Health();
    private final Map<Service, ServiceProcess> running = new EnumMap<>(Service.class);
    private boolean closed;

    private Services(Path root, StackFolder folder, ServicePorts ports, ServiceSettings settings) {
        this.root = root;
        this.folder = folder;
        this.ports = ports;
        this.settings = settings;
    }

    /** The services that are packaged below {@code root}, none of them started yet. */
    public static Services of(Path root, StackFolder folder, ServicePorts ports, Tuning tuning, Backing backing) {
        Credentials credentials = folder.credentials();
        return new Services(root, folder, ports, new ServiceSettings(tuning, credentials, ports, backing));
    }

    /** Starts all at the same time and returns when every one is ready. */
    public void startAll() {
        List.of(Service.values()).forEach(this::launch);
        List.of(Service.values()).forEach(this::awaitReady);
    }

    /** Starts one that was killed or stopped, on the same ports, and returns when it is ready. */
    public void start(Service service) {
        launch(service);
        awaitReady(service);
    }

    /** Kills one without notice, and returns when it is gone. */
    public synchronized void kill(Service service) {
        ServiceProcess process = running.remove(service);
        if (process != null) {
            process.kill();
        }
    }

    /** Stops one in order, and returns when it is gone. */
    public synchronized void stop(Service service) {
        ServiceProcess process = running.remove(service);
        if (process != null) {
            process.close();
        }
    }

    /** Process id of a running one. */
    public long pid(Service service) {
        return process(service).pid();
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.values().forEach(ServiceProcess::askToEnd);
        running.values().forEach(ServiceProcess::close);
        running.clear();
    }

    private synchronized void launch(Service service) {
        if (closed || running.containsKey(service)) {
            throw new IllegalStateException(service.folder() + " runs already, or the stack is ending");
        }
        running.put(service, ServiceProcess.start(root, service, folder, settings.of(service)));
    }

    private void awaitReady(Service service) {
        health.awaitReady(service, process(service), ports.openUrl(service), folder.log(service.folder()));
    }

    private synchronized ServiceProcess process(Service service) {
        ServiceProcess process = running.get(service);
        if (process == null) {
            throw new IllegalStateException(service.folder() + " does not run");
        }
        return process;
    }
}
