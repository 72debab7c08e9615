package io.keyward.atlas.version;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * That a version is not the newest one any more.
 *
 * @param since the day on which a newer one came
 * @param sunset until when it is promised, where that is known
 */
record Deprecation(LocalDate since, Optional<LocalDate> sunset) {
    /** As Atlas writes days in headers: unlike other dates of HTTP, with one digit where one will do. */
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    String sinceHeader() {
        return header(since);
    }

    Optional<String> sunsetHeader() {
        return sunset.map(Deprecation::header);
    }

    private static String header(LocalDate day) {
        return FORMAT.format(day.atTime(LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC));
    }
}
