package io.keyward.local;

import io.keyward.local.bench.ListsBench;
import io.keyward.local.bench.endpoint.EndpointsBench;
import io.keyward.local.bench.start.StartBench;
import io.keyward.local.bench.sweep.SweepBench;
import io.keyward.local.bench.sweep.SweepOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./keyward bench lists}, {@code endpoints}, {@code start} and {@code sweep}. */
@Command(name = "bench", description = "Measures a stack of its own.", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final List<Integer> USUAL_KEYS = List.of(1000, 10_000, 100_000);
    private static final int USUAL_RUNS = 5;
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(10);

    private final PrintWriter out;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(description = "What is measured: ${COMPLETION-CANDIDATES}.")
    private What what = What.LISTS;

    @Option(
            names = "--keys",
            split = ",",
            description = "sweep: how many keys, one scale after the other (1000,10000,100000).")
    private @Nullable List<Integer> keys;

    @Option(names = "--runs", description = "sweep: runs of each side at each scale; start: how many (5).")
    private @Nullable Integer runs;

    @Option(
            names = "--interval",
            description = "sweep: how often the key of the clusters is checked that stop by schedule (10s).")
    private @Nullable Duration interval;

    /** What can be measured. */
    enum What {
        LISTS,
        ENDPOINTS,
        START,
        SWEEP
    }

    BenchCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        SweepOptions options = sweepOptions();
        switch (what) {
            case LISTS -> new ListsBench(out).run();
            case ENDPOINTS -> new EndpointsBench(out).run();
            case SWEEP -> new SweepBench(out, options).run();
            case START -> {
                return new StartBench(out).run(options.runs()) ? 0 : 1;
            }
        }
        return 0;
    }

    private SweepOptions sweepOptions() {
        boolean given = keys != null || interval != null;
        if (given && what != What.SWEEP) {
            throw refused("--keys and --interval are options of bench sweep");
        }
        if (runs != null && what != What.SWEEP && what != What.START) {
            throw refused("--runs is an option of bench sweep and bench start");
        }
        try {
            return new SweepOptions(
                    keys == null ? USUAL_KEYS : keys,
                    runs == null ? USUAL_RUNS : runs,
                    interval == null ? USUAL_INTERVAL : interval);
        } catch (IllegalArgumentException complaint) {
            throw refused(String.valueOf(complaint.getMessage()));
        }
    }

    private ParameterException refused(String complaint) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), complaint);
    }
}
