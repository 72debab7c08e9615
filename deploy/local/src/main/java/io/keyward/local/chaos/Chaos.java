package io.keyward.local.chaos;

import io.keyward.local.service.Services;
import io.keyward.local.service.Tuning;
import io.keyward.local.stack.LocalStack;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Kills a service so many times on a stack of its own, which leaves nothing behind, and says whether everything came out right. */
public final class Chaos {
    private static final int MINUTES_FOR_ANSWERS = 2;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Trial trial;
    private final long seed;
    private final int kills;

    /** Chaos that tells what it does to {@code out}. */
    public Chaos(PrintWriter out, long seed, int kills) {
        this.trial = new Trial(out);
        this.seed = seed;
        this.kills = kills;
    }

    /** Makes it, ends with one line that says how it went, and answers whether it went well. */
    public boolean run(Tuning tuning, Function<LocalStack, Drill> drill) {
        trial.say("chaos: seed %d, %d kills; the same again with --seed %1$d --kills %2$d".formatted(seed, kills));
        return trial.run("%d kills, seed %d".formatted(kills, seed), options -> options.withTuning(tuning), stack -> {
            Drill made = drill.apply(stack);
            List<String> findings = run(stack.services(), made);
            trial.say("in all: " + made.sum());
            return findings;
        });
    }

    private List<String> run(Services services, Drill drill) {
        try {
            trial.say(drill.describe());
            for (int number = 1; number <= kills; number++) {
                kill(services, drill, number);
            }
            trial.say("waiting until everything is at rest");
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
        trial.say(String.format(
                Locale.ROOT,
                "%4d  killed after %.2f s: %s; left %s; ready after %.1f s",
                number,
                killed,
                strike.what(),
                left,
                ready));
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
}
