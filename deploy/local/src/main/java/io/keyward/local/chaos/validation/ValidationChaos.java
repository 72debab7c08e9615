package io.keyward.local.chaos.validation;

import io.keyward.local.chaos.Trial;
import io.keyward.local.chaos.blow.Blows;
import io.keyward.local.chaos.blow.Struck;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.service.Replica;
import io.keyward.local.service.Service;
import io.keyward.local.stack.LocalStack;
import io.keyward.local.stack.StackOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;

/** Keys are taken away and given back while every process of a stack is killed and frozen; in the end nothing may be wrong. */
public final class ValidationChaos {
    private static final double MILLIS_PER_MINUTE = 60_000;

    private final Trial trial;
    private final long seed;
    private final int projects;
    private final Limit limit;

    /**
     * How long it goes on.
     *
     * @param words for people, for example {@code --rounds 10}
     * @param time for how long blows are struck
     * @param blows how many in each of the two lanes, at most
     */
    public record Limit(String words, Duration time, int blows) {

        /** For so long. */
        public static Limit minutes(double minutes) {
            Duration time = Duration.ofMillis((long) (minutes * MILLIS_PER_MINUTE));
            return new Limit("--minutes " + minutes, time, Integer.MAX_VALUE);
        }

        /** So many blows in each lane. */
        public static Limit rounds(int rounds) {
            return new Limit("--rounds " + rounds, Duration.ofDays(1), rounds);
        }

        private IntPredicate fromNow() {
            long deadline = System.nanoTime() + time.toNanos();
            return struck -> struck < blows && System.nanoTime() < deadline;
        }
    }

    /** Chaos that tells what it does to {@code out}. */
    public ValidationChaos(PrintWriter out, long seed, int projects, Limit limit) {
        this.trial = new Trial(out);
        this.seed = seed;
        this.projects = projects;
        this.limit = limit;
    }

    /** Makes it, ends with one line that says how it went, and answers whether it went well. */
    public boolean run() {
        trial.say("chaos: seed %d, %d projects; the same again with --seed %1$d %s"
                .formatted(seed, projects, limit.words()));
        return trial.run(
                "keys of %d projects, seed %d".formatted(projects, seed),
                options -> options.withTuning(ValidationTuning.TUNING).withEngines(StackOptions.Engines.APART),
                this::on);
    }

    private List<String> on(LocalStack stack) {
        try {
            Replica second = stack.replica(Service.VALIDATION);
            second.start();
            try (Town town = Town.settle(stack, seed, projects)) {
                OwnFault ownFault =
                        new OwnFault(new CloudControl(stack.addresses().cloudUrl()));
                return new Aftermath(stack, town, ownFault, trial::say).audit(disturb(stack, second, town, ownFault));
            }
        } catch (RuntimeException e) {
            return List.of("it could not be gone on with: " + e);
        }
    }

    private List<Struck> disturb(LocalStack stack, Replica second, Town town, OwnFault ownFault) {
        Blows blows = new Blows(seed, stack, second, trial::say);
        try (Unrest unrest = new Unrest(town, ownFault, seed)) {
            blows.strike(limit.fromNow());
            trial.say("%d blows, %d acts; everything serves again"
                    .formatted(blows.struck().size(), unrest.acts()));
        }
        return blows.struck();
    }
}
