package io.keyward.local.service;

import io.keyward.local.folder.Credentials;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.lifeline.Child;
import io.keyward.local.service.process.Health;
import io.keyward.local.service.process.Program;
import io.keyward.local.service.process.ServiceProcess;
import io.keyward.local.service.process.StartCache;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The running services of one stack. */
public final class Services implements AutoCloseable {
    private static final int RESTART_AFTER_SECONDS = 1;

    private final Path root;
    private final StackFolder folder;
    private final ServicePorts ports;
    private final ServiceSettings settings;
    private final Health health = new Health();
    private final Map<Service, Child> running = new EnumMap<>(Service.class);
    private final Map<Service, Map<String, String>> more = new EnumMap<>(Service.class);
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

    /** Makes the caches that all services start from, where there are none of this build yet: takes half a minute, and saves most of every start. */
    public void makeStartCaches() {
        StartCache caches = new StartCache(folder, health);
        List<CompletableFuture<Void>> rehearsals = Stream.of(Service.values())
                .map(service ->
                        CompletableFuture.runAsync(() -> makeStartCache(caches, service), Thread::startVirtualThread))
                .toList();
        rehearsals.forEach(CompletableFuture::join);
    }

    private void makeStartCache(StartCache caches, Service service) {
        caches.make(root, service.folder(), settings.machine(), settings.of(service), ports.openUrl(service));
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

    /** From its next start on, one has these settings besides, by their configuration keys. */
    public synchronized void set(Service service, Map<String, String> settings) {
        more.put(service, Map.copyOf(settings));
    }

    /**
     * From now on, one that ends without having been asked to is started again after a moment.
     *
     * @param told hears of it, in a sentence
     */
    public synchronized void keepRunning(Consumer<String> told) {
        running.forEach((service, process) -> keep(service, process, told));
    }

    /** Kills one without notice, and returns when it is gone. */
    public synchronized void kill(Service service) {
        Child process = running.remove(service);
        if (process != null) {
            process.kill();
        }
    }

    /** Stops one in order, and returns when it is gone. */
    public synchronized void stop(Service service) {
        Child process = running.remove(service);
        if (process != null) {
            process.close();
        }
    }

    /** SIGTERM for one; returns when it is gone, and answers whether it went by itself in that time. */
    public boolean terminate(Service service, Duration limit) {
        Child process = process(service);
        synchronized (this) {
            running.remove(service);
        }
        return process.terminate(limit);
    }

    /** One more process of the service, not started yet. Whoever asked for it closes it before this. */
    public Replica replica(Service service) {
        return new Replica(root, service, folder, settings.of(service));
    }

    /** Process id of a running one. */
    public long pid(Service service) {
        return process(service).pid();
    }

    /** Where one answers without the gateway, its metrics for example. */
    public String url(Service service) {
        return ports.openUrl(service);
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.values().forEach(Child::askToEnd);
        running.values().forEach(Child::close);
        running.clear();
    }

    private synchronized void launch(Service service) {
        if (closed || running.containsKey(service)) {
            throw new IllegalStateException(service.folder() + " runs already, or the stack is ending");
        }
        Map<String, String> all = new HashMap<>(settings.of(service));
        all.putAll(more.getOrDefault(service, Map.of()));
        running.put(service, ServiceProcess.start(program(service), service.folder(), folder, settings.machine(), all));
    }

    private Program program(Service service) {
        return Program.of(root, service.folder());
    }

    private void keep(Service service, Child process, Consumer<String> told) {
        Executor afterAMoment = CompletableFuture.delayedExecutor(RESTART_AFTER_SECONDS, TimeUnit.SECONDS);
        var unused = process.ended()
                .thenAcceptAsync(status -> startAgain(service, process, status, told), afterAMoment)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        told.accept(service.folder() + " cannot be started again: " + failure.getMessage());
                    }
                });
    }

    private synchronized void startAgain(Service service, Child ended, int status, Consumer<String> told) {
        if (!closed && running.remove(service, ended)) {
            told.accept(service.folder() + " ended with status " + status + " and is started again");
            launch(service);
            keep(service, process(service), told);
        }
    }

    private void awaitReady(Service service) {
        health.awaitReady(service.folder(), process(service), ports.openUrl(service), folder.log(service.folder()));
    }

    private synchronized Child process(Service service) {
        Child process = running.get(service);
        if (process == null) {
            throw new IllegalStateException(service.folder() + " does not run");
        }
        return process;
    }
}
