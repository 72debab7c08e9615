package io.keyward.testkit.errorcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The codes that this process was answered with: a line each in {@code target/error-codes/<process>.txt}. */
public final class SeenErrorCodes {
    /** The header that every refusal carries. */
    public static final String HEADER = "X-Error-Code";

    private static final Path FILE =
            Path.of("target", "error-codes", ProcessHandle.current().pid() + ".txt");
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private SeenErrorCodes() {}

    /** @param code value of the header; null when the answer had none */
    public static void record(@Nullable String code) {
        if (code == null || !SEEN.add(code)) {
            return;
        }
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, code + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the error codes that were seen could not be written", e);
        }
    }
}
