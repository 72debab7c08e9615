package io.keyward.local.bench.sweep.loop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The loop as a program: {@code PlainLoop <url of the cloud> <checks in flight> <connections per region>}. It reads commands and answers each with a line, until
 * its input ends.
 *
 * <pre>
 * load FILE        takes the file's lines as targets             the number of them
 * run PASSES       checks all of them, so often                  nanoseconds from the first call to the last answer
 * run-anew PASSES  the same, and assumes all roles anew each time
 * </pre>
 */
public final class PlainLoop {
    /** How an answer begins that tells what went wrong. */
    public static final String FAILED = "failed:";

    private final Clients clients;
    private final Sessions sessions;
    private final int inFlight;
    private List<Target> targets = List.of();

    private PlainLoop(Clients clients, int inFlight) {
        this.clients = clients;
        this.sessions = new Sessions(clients.sts());
        this.inFlight = inFlight;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        try (Clients clients = new Clients(URI.create(arguments[0]), Integer.parseInt(arguments[2]));
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            PlainLoop loop = new PlainLoop(clients, Integer.parseInt(arguments[1]));
            commands.lines().forEach(command -> answers.println(loop.answer(command)));
        }
    }

    /** What goes wrong is answered, too: nobody waits for a line that never comes. */
    private String answer(String command) {
        try {
            return obey(command);
        } catch (RuntimeException e) {
            return FAILED + " " + e;
        }
    }

    private String obey(String command) {
        String[] words = command.split(" ", 2);
        return switch (words[0]) {
            case "load" -> load(Path.of(words[1]));
            case "run" -> Long.toString(run(Integer.parseInt(words[1]), false));
            case "run-anew" -> Long.toString(run(Integer.parseInt(words[1]), true));
            default -> throw new IllegalArgumentException("no such command: " + command);
        };
    }

    private String load(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            targets = lines.map(Target::parse).toList();
            // Not first on the thread of an answer, which a new client would wait for.
            targets.stream().map(Target::region).distinct().forEach(clients::kms);
            return Integer.toString(targets.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long run(int passes, boolean anew) {
        long nanos = 0;
        for (int pass = 0; pass < passes; pass++) {
            if (anew) {
                sessions.forget();
            }
            long begun = System.nanoTime();
            new Pass(clients, sessions, targets).run(inFlight).join();
            nanos += System.nanoTime() - begun;
        }
        return nanos;
    }
}
