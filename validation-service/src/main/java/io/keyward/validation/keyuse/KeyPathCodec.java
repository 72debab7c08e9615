package io.keyward.validation.keyuse;

import io.keyward.validation.check.KeyPath;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way to a key as columns of a table, and back. */
public final class KeyPathCodec {
    private KeyPathCodec() {}

    /**
     * @param path {@code PUBLIC}, {@code PROVISIONAL} (public, until there is an endpoint), {@code PRIVATE} or {@code MISSING}
     * @param reference null unless PRIVATE, like the next two
     * @param explanation null unless MISSING, like the next one
     */
    public record Columns(
            String path,
            @Nullable String reference,
            @Nullable String address,
            @Nullable Instant since,
            @Nullable String explanation,
            @Nullable String remedy) {}

    /** To be stored. */
    public static Columns toColumns(KeyPath path) {
        return switch (path) {
            case KeyPath.Public open ->
                new Columns(open.provisional() ? "PROVISIONAL" : "PUBLIC", null, null, null, null, null);
            case KeyPath.Private through ->
                new Columns("PRIVATE", through.reference(), through.address(), through.activeSince(), null, null);
            case KeyPath.Missing missing ->
                new Columns("MISSING", null, null, null, missing.explanation(), missing.remedy());
        };
    }

    /** From the store; a failure means that somebody else wrote there. */
    public static KeyPath fromColumns(Columns columns) {
        return switch (columns.path()) {
            case "PUBLIC" -> new KeyPath.Public(false);
            case "PROVISIONAL" -> new KeyPath.Public(true);
            case "PRIVATE" ->
                new KeyPath.Private(
                        Objects.requireNonNull(columns.reference(), "a private path has a reference"),
                        Objects.requireNonNull(columns.address(), "a private path has an address"),
                        Objects.requireNonNull(columns.since(), "a private path has a beginning"));
            case "MISSING" ->
                new KeyPath.Missing(
                        Objects.requireNonNull(columns.explanation(), "a missing path is explained"),
                        Objects.requireNonNull(columns.remedy(), "a missing path has a remedy"));
            default -> throw new IllegalArgumentException("no path is spelled " + columns.path());
        };
    }
}
