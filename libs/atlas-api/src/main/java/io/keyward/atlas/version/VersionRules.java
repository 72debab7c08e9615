package io.keyward.atlas.version;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Picks the version that answers a request. A date is served by the newest version that is not after it. Whoever names no date
 * ({@code application/json}, {@code *}{@code /*}, nothing at all) gets the oldest version still served: the one that changes least under
 * clients that do not know about versions. Atlas refuses those; the leniency is ours, and the seeds' older samples need it.
 */
final class VersionRules {
    private VersionRules() {}

    /**
     * The versions of one method of one path.
     *
     * @param served those it answers in
     * @param gone those that are declared gone
     * @param sunsets until when some of them are promised
     */
    record Known(SortedSet<VersionDate> served, SortedSet<VersionDate> gone, Map<VersionDate, LocalDate> sunsets) {
        /** Of several methods that share a verb and a path. */
        Known and(Known other) {
            Map<VersionDate, LocalDate> all = new TreeMap<>(sunsets);
            all.putAll(other.sunsets);
            return new Known(union(served, other.served), union(gone, other.gone), all);
        }

        private SortedSet<VersionDate> all() {
            return union(served, gone);
        }

        private static SortedSet<VersionDate> union(SortedSet<VersionDate> some, SortedSet<VersionDate> more) {
            TreeSet<VersionDate> all = new TreeSet<>(some);
            all.addAll(more);
            return all;
        }
    }

    /** What becomes of the request. */
    sealed interface Resolution {
        /** This version answers. */
        record Served(VersionDate version) implements Resolution {}

        /** 410. */
        record Gone(VersionDate version) implements Resolution {}

        /** 406. */
        record NotAcceptable() implements Resolution {}
    }

    /** @param accept the {@code Accept} headers as they came; empty when there is none */
    static Resolution resolve(List<String> accept, Known known) {
        List<MediaRange> ranges = rangesOf(accept);
        if (ranges.isEmpty()) {
            return oldest(known);
        }
        return ranges.stream()
                .map(range -> resolve(range, known))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Resolution.NotAcceptable::new);
    }

    /** A version is deprecated from the day of the next one; empty for the newest. */
    static Optional<Deprecation> deprecation(VersionDate version, Known known) {
        return known.served().stream()
                .filter(other -> other.compareTo(version) > 0)
                .findFirst()
                .map(next -> new Deprecation(
                        next.date(), Optional.ofNullable(known.sunsets().get(version))));
    }

    private static Optional<Resolution> resolve(MediaRange range, Known known) {
        if (VersionDate.isVendorType(range.type())) {
            return VersionDate.of(range.type()).flatMap(asked -> notAfter(asked, known));
        }
        return range.includesJson() ? Optional.of(oldest(known)) : Optional.empty();
    }

    private static Optional<Resolution> notAfter(VersionDate asked, Known known) {
        return known.all().stream()
                .filter(version -> version.compareTo(asked) <= 0)
                .max(Comparator.naturalOrder())
                .map(version -> known.served().contains(version)
                        ? new Resolution.Served(version)
                        : new Resolution.Gone(version));
    }

    private static Resolution oldest(Known known) {
        return known.served().isEmpty()
                ? new Resolution.NotAcceptable()
                : new Resolution.Served(known.served().first());
    }

    /** The best-liked first; in the order they came where equally liked; those that are refused (q=0) not at all. */
    private static List<MediaRange> rangesOf(List<String> accept) {
        return accept.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .filter(text -> !text.isBlank())
                .map(MediaRange::parse)
                .filter(range -> range.quality() > 0)
                .sorted(Comparator.comparingDouble(MediaRange::quality).reversed())
                .toList();
    }
}
