package io.keyward.local.bench.sweep;

import io.keyward.local.bench.sweep.loop.PlainLoop;
import io.keyward.local.bench.sweep.loop.Target;
import io.keyward.local.lifeline.Companion;
import io.keyward.local.service.process.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The plain loop, in its process: a virtual machine like that of validation-service, but with as much memory as it may want. */
final class LoopSide implements Side, AutoCloseable {
    static final String LOG = "loop.log";
    static final String TARGETS = "targets";
    private static final List<String> MORE_MEMORY = List.of("-Xmx640m", "-Xmn384m");

    private final Companion process;
    private final Path file;
    private final Meter meter;
    private long targets;

    private LoopSide(Companion process, Path file, Meter meter) {
        this.process = process;
        this.file = file;
        this.meter = meter;
    }

    /** @param connections as many as calls may be under way in one region */
    static LoopSide start(Path folder, PinnedCloud cloud, int inFlight, int connections, Meter meter) {
        List<String> machine = new ArrayList<>(Machine.THOROUGH.arguments());
        machine.addAll(MORE_MEMORY);
        Companion process = Companion.start(
                new Companion.Start(
                        PlainLoop.class,
                        true,
                        List.of(),
                        machine,
                        List.of(cloud.url(), Integer.toString(inFlight), Integer.toString(connections))),
                folder.resolve(LOG));
        return new LoopSide(process, folder.resolve(TARGETS), meter);
    }

    @Override
    public void take(List<Target> taken) {
        try {
            Files.write(file, (Iterable<String>) taken.stream().map(Target::print)::iterator);
        } catch (IOException e) {
            throw new UncheckedIOException("the targets cannot be handed over", e);
        }
        targets = Long.parseLong(ask("load " + file));
    }

    @Override
    public void warmUp(int passes) {
        ask("run " + passes);
    }

    @Override
    public Lap run(int passes, boolean anew) {
        Reading before = meter.read(process.pid());
        Duration elapsed = Duration.ofNanos(Long.parseLong(ask((anew ? "run-anew " : "run ") + passes)));
        return new Lap(targets * passes, elapsed, meter.read(process.pid()).since(before));
    }

    private String ask(String command) {
        String answer = process.ask(command);
        if (answer.startsWith(PlainLoop.FAILED)) {
            throw new IllegalStateException("the loop: " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        process.close();
    }
}
