package io.keyward.local;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500ms}, {@code 2s}, {@code 5m}, {@code 1h}. */
final class Durations {
    private static final String MILLIS = "ms";

    private Durations() {}

    static Duration parse(String text) {
        try {
            Duration duration = read(text.trim().toLowerCase(Locale.ROOT));
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static Duration read(String text) {
        if (text.endsWith(MILLIS)) {
            return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - MILLIS.length())));
        }
        return Duration.parse("PT" + text);
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException("'" + text + "' is not a duration such as 500ms, 2s or 5m");
    }
}
