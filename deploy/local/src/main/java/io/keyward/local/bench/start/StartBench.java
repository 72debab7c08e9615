package io.keyward.local.bench.start;

import io.keyward.local.bench.usage.ProcessUse;
import io.keyward.local.client.Patience;
import io.keyward.local.service.Service;
import io.keyward.local.service.Services;
import io.keyward.local.service.Tuning;
import io.keyward.local.service.process.Machine;
import io.keyward.local.stack.LocalStack;
import io.keyward.local.stack.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts the three packaged services together, again and again, as an installation does: on its virtual machine, from a cache, with PostgreSQL and Kafka up
 * and all migrations made. A start lasts from the first process until the last service says it is ready; memory is what the three have in use together once
 * they have been at rest for a while.
 */
public final class StartBench {
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration BY_ITSELF = Duration.ofMinutes(5);

    private final PrintWriter out;

    /** A bench that prints its figures to {@code out}. */
    public StartBench(PrintWriter out) {
        this.out = out;
    }

    /** Starts so many times, and answers whether the medians are within the limits. */
    public boolean run(int runs) {
        out.println(
                "making the caches, then " + runs + " starts; each is followed by " + REST.toSeconds() + " s of rest");
        out.flush();
        StackOptions options = StackOptions.isolated(temporaryFolder())
                .withStarts(StackOptions.Starts.CACHED)
                .withTuning(Tuning.QUICK.withMachine(Machine.INSTALLED).withCheckInterval(BY_ITSELF));
        try (LocalStack stack = LocalStack.start(options)) {
            List<Start> starts = new ArrayList<>();
            for (int run = 1; run <= runs; run++) {
                Start start = start(stack.services());
                starts.add(start);
                tell(run, start);
            }
            Verdict verdict = Verdict.of(starts);
            out.println(verdict.spread());
            out.println(verdict.line());
            out.flush();
            return verdict.isWithinLimits();
        }
    }

    private static Start start(Services services) {
        List.of(Service.values()).forEach(services::stop);
        long begun = System.nanoTime();
        services.startAll();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        rest();
        Map<Service, Long> memory = new EnumMap<>(Service.class);
        List.of(Service.values())
                .forEach(service -> memory.put(
                        service,
                        ProcessUse.memory(services.pid(service))
                                .orElseThrow(() -> new IllegalStateException(
                                        "this system does not tell how much memory a process has in use"))));
        return new Start(took, memory);
    }

    private static void rest() {
        long until = System.nanoTime() + REST.toNanos();
        Patience.until(REST.plus(GLANCE), GLANCE, () -> System.nanoTime() >= until);
    }

    private void tell(int run, Start start) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "%3d  %.2f s, %d MB:", run, start.seconds(), start.megabytes()));
        start.memory()
                .forEach((service, bytes) ->
                        line.append(String.format(Locale.ROOT, " %s %d", service.folder(), Start.megabytes(bytes))));
        out.println(line);
        out.flush();
    }

    /** Gone with this process, however that ends but by SIGKILL. */
    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("keyward-bench-");
            folder.toFile().deleteOnExit();
            return folder.resolve("stack");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }
}
