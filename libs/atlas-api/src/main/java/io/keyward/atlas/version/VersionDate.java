package io.keyward.atlas.version;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dated version of a resource.
 *
 * @param date the day from which it counts
 */
record VersionDate(LocalDate date) implements Comparable<VersionDate> {
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("application/vnd\\.atlas\\.(\\d{4}-\\d{2}-\\d{2})\\+json", Pattern.CASE_INSENSITIVE);

    /** The version that a media type names; empty when it names none, or a day that does not exist. */
    static Optional<VersionDate> of(String mediaType) {
        Matcher matcher = MEDIA_TYPE.matcher(mediaType.strip());
        try {
            return matcher.matches()
                    ? Optional.of(new VersionDate(LocalDate.parse(matcher.group(1))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static SortedSet<VersionDate> all(Collection<String> mediaTypes) {
        TreeSet<VersionDate> dates = new TreeSet<>();
        mediaTypes.forEach(mediaType -> of(mediaType).ifPresent(dates::add));
        return dates;
    }

    static boolean isVendorType(String mediaType) {
        return mediaType.strip().toLowerCase(Locale.ROOT).startsWith("application/vnd.atlas.");
    }

    String mediaType() {
        return "application/vnd.atlas." + date + "+json";
    }

    @Override
    public int compareTo(VersionDate other) {
        return date.compareTo(other.date);
    }
}
