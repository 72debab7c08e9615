package io.keyward.local.chaos.validation;

import io.keyward.local.chaos.validation.Town.Resident;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What people and clouds do meanwhile: tenants side by side, the acts of one after the other, until it is ended. */
final class Unrest implements AutoCloseable {
    private static final Duration MAILBOX = Duration.ofSeconds(3);
    private static final int FEWEST_MILLIS_WELL = 6_000;
    private static final int MORE_MILLIS_WELL = 12_000;
    private static final int FEWEST_MILLIS_BROKEN = 2_000;
    private static final int MORE_MILLIS_BROKEN = 4_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Town town;
    private final OwnFault ownFault;
    private final CompletableFuture<Void> all;
    private final AtomicInteger acts = new AtomicInteger();
    private volatile boolean ended;

    /** Begins. */
    Unrest(Town town, OwnFault ownFault, long seed) {
        this.town = town;
        this.ownFault = ownFault;
        Random random = new Random(~seed);
        Stream<Runnable> residents = town.residents().stream().map(resident -> () -> live(resident));
        Stream<Runnable> others = Stream.of(() -> breakOurselves(random), this::readMails);
        all = CompletableFuture.allOf(Stream.concat(residents, others)
                .map(task -> CompletableFuture.runAsync(task, threads))
                .toArray(CompletableFuture[]::new));
    }

    /** How much was done so far. */
    int acts() {
        return acts.get();
    }

    /** Ends it, and returns when all that was begun is acknowledged. */
    @Override
    public void close() {
        ended = true;
        try {
            all.join();
        } finally {
            threads.shutdownNow();
        }
    }

    /** What the plan says is always carried out: it follows from it what comes next. */
    private void live(Resident resident) {
        while (!ended) {
            var act = resident.plan().next();
            pause(act.after());
            resident.tenant().perform(act);
            acts.incrementAndGet();
        }
    }

    private void breakOurselves(Random random) {
        while (!ended) {
            pause(Duration.ofMillis(FEWEST_MILLIS_WELL + random.nextInt(MORE_MILLIS_WELL)));
            tryTo(ownFault::begin);
            pause(Duration.ofMillis(FEWEST_MILLIS_BROKEN + random.nextInt(MORE_MILLIS_BROKEN)));
            tryTo(ownFault::end);
        }
    }

    private void readMails() {
        while (!ended) {
            pause(MAILBOX);
            town.recipient().readMails();
        }
    }

    /** A cloud that is away forgets its disturbances anyway. */
    private void tryTo(Runnable deed) {
        try {
            deed.run();
        } catch (IllegalStateException cloudAway) {
            town.truth().note("no answer of the cloud about ourselves: " + cloudAway.getMessage());
        }
    }

    private void pause(Duration length) {
        long deadline = System.nanoTime() + length.toNanos();
        while (!ended && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted in the middle of a life", e);
            }
        }
    }
}
