package io.keyward.local.chaos;

import io.keyward.local.folder.PrivateFiles;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.stack.LocalStack;
import io.keyward.local.stack.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A stack of its own that something is put to the test on. It leaves nothing behind but, when something was found, the logs. */
public final class Trial {
    private static final String FAILURE_LOGS = "target/keyward/chaos-logs";
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;

    /** A trial that tells how it goes to {@code out}. */
    public Trial(PrintWriter out) {
        this.out = out;
    }

    /**
     * Runs it, and ends with one line that says how it went.
     *
     * @param what it was, in words, with its seed
     * @param wanted what the stack is to be like
     * @param findings makes the trial on the running stack, and answers what is wrong, a sentence each
     * @return whether nothing is
     */
    public boolean run(String what, UnaryOperator<StackOptions> wanted, Function<LocalStack, List<String>> findings) {
        long begun = System.nanoTime();
        StackOptions options = wanted.apply(StackOptions.isolated(temporaryFolder()));
        try (LocalStack stack = LocalStack.start(options)) {
            List<String> found = findings.apply(stack);
            if (!found.isEmpty()) {
                keepLogs(options);
            }
            return conclude(what, found, (System.nanoTime() - begun) / NANOS_PER_SECOND);
        }
    }

    /** One line for people. */
    public void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    private boolean conclude(String what, List<String> found, double seconds) {
        found.forEach(finding -> say("  ! " + finding));
        say(
                found.isEmpty()
                        ? String.format(Locale.ROOT, "chaos: passed after %.0f s: %s", seconds, what)
                        : String.format(
                                Locale.ROOT,
                                "chaos: failed after %.0f s, %d things are wrong: %s",
                                seconds,
                                found.size(),
                                what));
        return found.isEmpty();
    }

    private void keepLogs(StackOptions options) {
        Path kept = options.root().resolve(FAILURE_LOGS);
        PrivateFiles.copyFiles(StackFolder.logs(options.folder()), kept);
        say("the logs are kept in " + kept);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("keyward-chaos-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }
}
