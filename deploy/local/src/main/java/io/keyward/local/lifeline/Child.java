package io.keyward.local.lifeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A process of ours that takes the end of its standard input as the wish to end: so it ends with us, whatever happens to us. */
public final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /** Starts the program and returns at once. */
    public static Child start(ProcessBuilder builder) {
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + builder.command().getFirst(), e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** What it reads as its standard input. */
    Writer input() {
        return process.outputWriter();
    }

    /** What it writes to its standard output, unless that goes to a file. */
    BufferedReader output() {
        return process.inputReader();
    }

    /** Completes with its exit status when it has ended, whoever ended it. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        await(PATIENCE);
    }

    /** Lets it end in order, and kills it when it does not. */
    @Override
    public void close() {
        askToEnd();
        if (!await(PATIENCE)) {
            kill();
        }
    }

    /** SIGTERM, after which it may take its time; kills it when it takes longer than that. Answers whether it went by itself. */
    public boolean terminate(Duration limit) {
        process.destroy();
        boolean gone = await(limit);
        if (!gone) {
            kill();
        }
        return gone;
    }

    /** Ends its input; does not wait. */
    public void askToEnd() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            process.destroy();
        }
    }

    private boolean await(Duration limit) {
        try {
            return process.waitFor(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
