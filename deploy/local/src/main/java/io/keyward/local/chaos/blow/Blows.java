package io.keyward.local.chaos.blow;

import io.keyward.local.chaos.blow.Blow.Kind;
import io.keyward.local.chaos.blow.Target.Lane;
import io.keyward.local.client.Patience;
import io.keyward.local.service.Replica;
import io.keyward.local.stack.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** Strikes a stack, lanes side by side, and starts again what it killed: as whatever runs the processes elsewhere would, until it serves. */
public final class Blows {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final double MILLIS = 1000.0;

    private final long seed;
    private final Map<Target, Victim> victims;
    private final Consumer<String> told;
    private final Instant begun = Instant.now();
    private final List<Struck> struck = new ArrayList<>();

    /**
     * Blows that follow from {@code seed}.
     *
     * @param replica the second validation-service, which runs already
     * @param told hears of each blow when it is over, a line each
     */
    public Blows(long seed, LocalStack stack, Replica replica, Consumer<String> told) {
        this.seed = seed;
        this.told = told;
        victims = Victim.of(stack, replica);
    }

    /**
     * Strikes for as long as it is told to, and returns when all that was struck serves again.
     *
     * @param goOn whether a lane that has struck so many blows is to strike another one
     */
    public void strike(IntPredicate goOn) {
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(Arrays.stream(Lane.values())
                            .map(lane ->
                                    CompletableFuture.runAsync(() -> follow(new BlowPlan(seed, lane), goOn), lanes))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    /** What was struck so far. */
    public synchronized List<Struck> struck() {
        return List.copyOf(struck);
    }

    private void follow(BlowPlan plan, IntPredicate goOn) {
        for (int number = 0; goOn.test(number); number++) {
            Blow blow = plan.next();
            pause(blow.after());
            Instant from = Instant.now();
            strike(blow);
            remember(blow, new Struck(blow.target(), from, Instant.now()));
        }
    }

    private void strike(Blow blow) {
        Victim victim = Objects.requireNonNull(victims.get(blow.target()), "everything can be struck");
        if (blow.kind() == Kind.FREEZE) {
            Frost.freeze(victim.pid().getAsLong(), blow.lasts());
            return;
        }
        victim.kill().run();
        pause(blow.lasts());
        if (!Patience.until(START_LIMIT, PAUSE, () -> isStarted(victim))) {
            throw new IllegalStateException(blow.target().word() + " does not start again");
        }
    }

    /** It may need what is away itself: then it ends, or does not become ready, and is started anew. */
    private static boolean isStarted(Victim victim) {
        try {
            victim.start().run();
            return true;
        } catch (IllegalStateException notYet) {
            victim.kill().run();
            return false;
        }
    }

    private synchronized void remember(Blow blow, Struck done) {
        struck.add(done);
        told.accept(String.format(
                Locale.ROOT,
                "%4d  after %.1f s: %s %s, there again after %.1f s",
                struck.size(),
                seconds(begun, done.from()),
                blow.target().word(),
                blow.kind().word(),
                seconds(done.from(), done.until())));
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / MILLIS;
    }

    private static void pause(Duration length) {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two blows", e);
        }
    }
}
