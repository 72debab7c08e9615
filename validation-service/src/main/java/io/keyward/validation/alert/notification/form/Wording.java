package io.keyward.validation.alert.notification.form;

import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.Notice.Cluster;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all channels say alike, as plain text. */
public final class Wording {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String KEYWARD = "[Keyward] ";

    private Wording() {}

    /** One line that says it all: whose, whether it goes on, and what. */
    public static String headline(Notice notice) {
        var whose = notice.ofProject().map(project -> "Project " + oneLine(project.name()) + ": ");
        return KEYWARD + whose.orElse("Operators: ") + occasion(notice) + oneLine(notice.title());
    }

    /** The same for one who knows that it comes from here. */
    public static String title(Notice notice) {
        return headline(notice).substring(KEYWARD.length());
    }

    /** What it is about and why, a label and a value each. */
    public static List<Notice.Fact> facts(Notice notice) {
        var facts = new ArrayList<>(notice.facts());
        Optional.ofNullable(notice.reason()).ifPresent(reason -> facts.add(new Notice.Fact("Reason", reason)));
        return List.copyOf(facts);
    }

    /** When it was so, in one sentence or two. */
    public static String period(Notice notice) {
        var ended = notice.endedAt();
        if (ended != null) {
            return "It began at " + time(notice.since()) + " and ended at " + time(ended) + ".";
        }
        var deadline = notice.deadline();
        return "Since: " + time(notice.since()) + (deadline == null ? "" : "\nDeadline: " + time(deadline));
    }

    /** The clusters, one on each line behind {@code bullet}; empty when it concerns none. */
    public static String clusters(Notice notice, String bullet) {
        var lines = notice.clusters().stream().map(cluster -> bullet + named(cluster));
        return Stream.concat(Stream.ofNullable(notice.clustersLead()), lines).collect(Collectors.joining("\n"));
    }

    public static String remedy(Notice notice) {
        return notice.remedy() == null ? "" : "What to do: " + notice.remedy();
    }

    /** What to cite. */
    public static String reference(Notice notice) {
        return "Alert " + notice.id() + " (" + notice.type() + ")";
    }

    /** What there is of these, with an empty line between any two. */
    public static String paragraphs(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** Nobody adds lines or headers to what we send by the name of a project. */
    public static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** At most so many characters, for channels that refuse more. */
    public static String atMost(int longest, String text) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static String named(Cluster cluster) {
        return cluster.fate() == null ? cluster.name() : cluster.name() + " " + cluster.fate();
    }

    private static String occasion(Notice notice) {
        return switch (notice.occasion()) {
            case OPENED -> "";
            case REMINDED -> "still: ";
            case RECOVERED -> "over: ";
        };
    }
}
