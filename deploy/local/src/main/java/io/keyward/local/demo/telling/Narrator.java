package io.keyward.local.demo.telling;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells the story: one line per step with the time it took, and what there is to see below it. Every step has a time limit. */
public final class Narrator {
    private static final Duration CALL = Duration.ofSeconds(30);

    private final PrintWriter out;
    private int number;

    public Narrator(PrintWriter out) {
        this.out = out;
    }

    /** A step that is over when its calls are answered; {@code work} answers what there is to see, a line each. */
    public void call(String title, Supplier<String> work) {
        step(title, CALL, work);
    }

    /** The same for a step that makes something; {@code describe} answers what there is to see of it. */
    public <T> T call(String title, Supplier<T> work, Function<T, String> describe) {
        return step(title, CALL, work, describe);
    }

    /** A step that waits for what follows from it. */
    public void reaction(String title, Supplier<String> work) {
        step(title, Expect.REACTION, work);
    }

    /** Before the next part of the story. */
    public void part(String title) {
        out.println();
        out.println(title);
        out.flush();
    }

    /**
     * Tells and does one step.
     *
     * @param work answers what there is to see, a line each; fails when the story goes wrong
     * @throws StoryFailed naming the step, when it fails or takes longer than {@code limit}
     */
    public void step(String title, Duration limit, Supplier<String> work) {
        step(title, limit, work, seen -> seen);
    }

    /** The same for a step that makes something; {@code describe} answers what there is to see of it. */
    public <T> T step(String title, Duration limit, Supplier<T> work, Function<T, String> describe) {
        number++;
        out.printf(Locale.ROOT, "%2d  %-74s", number, title);
        out.flush();
        long begun = System.nanoTime();
        T made = run(title, limit, work);
        out.printf(Locale.ROOT, "%6.1f s%n", secondsSince(begun));
        describe.apply(made).lines().forEach(line -> out.println("      " + line));
        out.flush();
        return made;
    }

    public static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private <T> T run(String title, Duration limit, Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread worker = Thread.ofPlatform().name("demo-step").daemon().start(() -> complete(done, work));
        try {
            return done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            throw failed(title, "not done after " + limit.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw failed(
                    title,
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(title, "interrupted", e);
        }
    }

    private static <T> void complete(CompletableFuture<T> done, Supplier<T> work) {
        try {
            done.complete(work.get());
        } catch (RuntimeException | Error failure) {
            done.completeExceptionally(failure);
        }
    }

    private StoryFailed failed(String title, String reason, Exception cause) {
        out.println(" failed");
        out.flush();
        return new StoryFailed(title + ": " + reason, cause);
    }

    /** The story did not go as it should. */
    public static final class StoryFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoryFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
