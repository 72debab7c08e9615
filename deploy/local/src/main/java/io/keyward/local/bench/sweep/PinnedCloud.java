package io.keyward.local.bench.sweep;

import io.keyward.engines.Ports;
import io.keyward.local.client.Patience;
import io.keyward.local.client.PlainJson;
import io.keyward.local.lifeline.Companion;
import io.keyward.local.service.process.Machine;
import io.keyward.simulator.CloudSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The simulated cloud in a process of its own, kept to one core where the system has {@code taskset}, so that it takes the same from either side. */
final class PinnedCloud implements AutoCloseable {
    static final String LOG = "cloud.log";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Companion process;
    private final String url;
    private final String place;

    private PinnedCloud(Companion process, String url, String place) {
        this.process = process;
        this.url = url;
        this.place = place;
    }

    /** Starts it and returns once it answers. It keeps nothing. */
    static PinnedCloud start(Path folder) {
        int port = Ports.free();
        int core = Runtime.getRuntime().availableProcessors() - 1;
        boolean pinned = core > 0 && hasTaskset();
        Companion process = Companion.start(
                new Companion.Start(
                        CloudSimulator.class,
                        false,
                        pinned ? List.of("taskset", "-c", Integer.toString(core)) : List.of(),
                        Machine.THOROUGH.arguments(),
                        List.of("--port", Integer.toString(port))),
                folder.resolve(LOG));
        String place = pinned ? "kept to core " + core : "not kept to a core: there is no taskset, or but one core";
        PinnedCloud cloud = new PinnedCloud(process, "http://127.0.0.1:" + port, place);
        if (!Patience.until(LIMIT, PAUSE, cloud::answers)) {
            cloud.close();
            throw new IllegalStateException("the simulated cloud does not answer; see " + folder.resolve(LOG));
        }
        return cloud;
    }

    String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    /** Where it runs, in words. */
    String place() {
        return place;
    }

    @Override
    public void close() {
        process.close();
    }

    private boolean answers() {
        try {
            return PlainJson.get(url + "/_control/health")
                    .path("status")
                    .asText()
                    .equals("UP");
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private static boolean hasTaskset() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
    }
}
