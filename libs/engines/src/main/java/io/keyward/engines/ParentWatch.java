package io.keyward.engines;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * A shell that waits on a pipe from this JVM and ends a detached process when the pipe breaks: the one thing that still happens after a
 * SIGKILL. It ignores the signals that a terminal sends to the whole group, since the JVM may need the process for an orderly end.
 */
final class ParentWatch {
    private static final String SCRIPT =
            "trap '' INT TERM HUP; while read -r word; do [ \"$word\" = dismissed ] && exit 0; done; kill -QUIT \"$1\" 2>/dev/null";

    private final OutputStream pipe;

    private ParentWatch(OutputStream pipe) {
        this.pipe = pipe;
    }

    /** Sends SIGQUIT to {@code pid} (for PostgreSQL: stop at once, recover at the next start) when this JVM is gone. */
    static ParentWatch over(long pid) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", SCRIPT, "keyward-watch", Long.toString(pid))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        return new ParentWatch(shell.getOutputStream());
    }

    /** The process has ended in order; its number may soon belong to another. */
    void dismiss() {
        try (pipe) {
            pipe.write("dismissed\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The watch is gone already, and so is what it watched.
        }
    }
}
