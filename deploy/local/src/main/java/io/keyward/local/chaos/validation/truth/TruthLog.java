package io.keyward.local.chaos.validation.truth;

import io.keyward.local.chaos.validation.truth.Truth.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What was done, in the order in which it was acknowledged; and as a file, a line each, for whoever looks into a failure. */
public final class TruthLog {
    private final Path file;
    private final List<Change> changes = new ArrayList<>();

    public TruthLog(Path file) {
        this.file = file;
    }

    /** Takes down something that was done and acknowledged. */
    public synchronized void add(Change change) {
        changes.add(change);
        note("%s %s %s %s".formatted(change.before(), change.after(), change.kind(), change.key()));
    }

    /** Takes down something that explains the rest, and proves nothing. */
    public synchronized void note(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** What follows from it. */
    public synchronized Truth truth() {
        return Truth.of(changes);
    }
}
