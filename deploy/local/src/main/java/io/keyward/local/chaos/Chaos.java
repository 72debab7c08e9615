package io.keyward.local.chaos;

import io.keyward.local.folder.PrivateFiles;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.service.Services;
import io.keyward.local.service.Tuning;
import io.keyward.local.stack.LocalStack;
import io.keyward.local.stack.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Kills a service so many times on a stack of its own, which leaves nothing behind, and says whether everything came out right. */
public final class Chaos {
    private static final String FAILURE_LOGS = "target/keyward/chaos-logs";
    private static final int MINUTES_FOR_ANSWERS = 2;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final long seed;
    private final int kills;

    /** Chaos that tells what it does to {@code out}. */
    public Chaos(PrintWriter out, long seed, int kills) {
        this.out = out;
        this.seed = seed;
        this.kills = kills;
    }

    /** Makes it, ends with one line that says how it went, and answers whether it went well. */
    public boolean run(Tuning tuning, Function<LocalStack, Drill> drill) {
        long begun = System.nanoTime();
        StackOptions options = StackOptions.isolated(temporaryFolder()).withTuning(tuning);
        say("chaos: seed %d, %d kills; the same again with --seed %1$d --kills %2$d".formatted(seed, kills));
        try (LocalStack stack = LocalStack.start(options)) {
            Drill made = drill.apply(stack);
            List<String> findings = run(stack.services(), made);
            say("in all: " + made.sum());
            if (!findings.isEmpty()) {
                keepLogs(options);
            }
            return conclude(findings, seconds(begun));
        }
    }

    private List<String> run(Services services, Drill drill) {
        try {
            say(drill.describe());
            for (int number = 1; number <= kills; number++) {
                kill(services, drill, number);
            }
            say("waiting until everything is at rest");
            return drill.conclude();
        } catch (RuntimeException e) {
            return List.of("it could not be gone on with: " + e.getMessage());
        }
    }

    private void kill(Services services, Drill drill, int number) {
        long begun = System.nanoTime();
        Drill.Strike strike = drill.begin(number);
        pause(strike.killAfter());
        double killed = seconds(begun);
        services.kill(drill.victim());
        String left = drill.leftBehind();
        long dead = System.nanoTime();
        services.start(drill.victim());
        double ready = seconds(dead);
        strike.done().orTimeout(MINUTES_FOR_ANSWERS, TimeUnit.MINUTES).join();
        say(String.format(
                Locale.ROOT,
                "%4d  killed after %.2f s: %s; left %s; ready after %.1f s",
                number,
                killed,
                strike.what(),
                left,
                ready));
    }

    private boolean conclude(List<String> findings, double seconds) {
        findings.forEach(finding -> say("  ! " + finding));
        say(
                findings.isEmpty()
                        ? String.format(Locale.ROOT, "chaos: passed, %d kills in %.0f s, seed %d", kills, seconds, seed)
                        : String.format(
                                Locale.ROOT,
                                "chaos: failed after %.0f s: %d things are wrong; seed %d",
                                seconds,
                                findings.size(),
                                seed));
        return findings.isEmpty();
    }

    private void keepLogs(StackOptions options) {
        Path kept = options.root().resolve(FAILURE_LOGS);
        PrivateFiles.copyFiles(StackFolder.logs(options.folder()), kept);
        say("the services' logs are kept in " + kept);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private static void pause(Duration length) {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before a kill", e);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / NANOS_PER_SECOND;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("keyward-chaos-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }
}
