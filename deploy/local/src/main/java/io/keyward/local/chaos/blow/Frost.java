package io.keyward.local.chaos.blow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Locale;

/** Freezes processes. A shell that lives for itself thaws them again, whatever becomes of us meanwhile: nothing stays frozen. */
final class Frost {
    private static final double MILLIS = 1000.0;
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            kill -STOP "$1" || exit 1
            children=$(ps -axo pid=,ppid= | awk -v parent="$1" '$2 == parent { print $1 }')
            [ -z "$children" ] || kill -STOP $children
            sleep "$2"
            [ -z "$children" ] || kill -CONT $children
            kill -CONT "$1"
            """;

    private Frost() {}

    /** SIGSTOP to a process and its children, and SIGCONT after {@code length}, when this returns. */
    static void freeze(long pid, Duration length) {
        String seconds = String.format(Locale.ROOT, "%.1f", length.toMillis() / MILLIS);
        try {
            Process shell = new ProcessBuilder("sh", "-c", SCRIPT, "keyward-frost", Long.toString(pid), seconds)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            shell.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("no shell can be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while something is frozen", e);
        }
    }
}
