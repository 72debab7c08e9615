package io.keyward.local.chaos.validation.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody was told of everything: of each alert that opened, and of each that is over. The same may be told twice only under the same id, and only where a
 * blow came between sending and remembering it. Pure.
 */
public final class NoticeRules {
    private static final String INVALID = "ENCRYPTION_KEY_INVALID";

    private NoticeRules() {}

    /** How people are told. */
    public enum Way {
        MAIL,
        WEBHOOK
    }

    /** Of what they are told. */
    public enum Occasion {
        OPENED,
        RECOVERED
    }

    /**
     * An alert that was opened.
     *
     * @param ways in which its configuration tells people
     * @param same what is equal for alerts about the same, by the same configuration
     * @param closedAt null while it is open
     */
    public record Alert(
            String id,
            String type,
            Set<Way> ways,
            String same,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /**
     * Something that arrived.
     *
     * @param id under which it would come again
     * @param excused whether its sender could not know that it had arrived
     */
    public record Arrived(Way way, String alertId, Occasion occasion, String id, Instant at, boolean excused) {}

    /** A time in which something was away. */
    public record Away(Instant from, Instant until) {}

    /** What is wrong. */
    public static List<String> audit(List<Alert> alerts, List<Arrived> arrived, List<Away> away) {
        List<String> findings = new ArrayList<>();
        Set<String> told = arrived.stream()
                .map(each -> name(each.way(), each.alertId(), each.occasion()))
                .collect(Collectors.toCollection(HashSet::new));
        alerts.forEach(alert -> missing(alert, alerts, told).forEach(findings::add));
        findings.addAll(invented(alerts, arrived));
        findings.addAll(unstable(arrived));
        findings.addAll(repeated(arrived, away));
        return findings;
    }

    private static Stream<String> missing(Alert alert, List<Alert> all, Set<String> told) {
        return alert.ways().stream()
                .flatMap(way -> due(alert, all).map(occasion -> name(way, alert.id(), occasion)))
                .filter(name -> !told.contains(name))
                .map(name -> "nobody was told: %s, an alert %s of %s".formatted(name, alert.type(), alert.openedAt()));
    }

    /** What stopped clusters is over when they are back; if it is so again before, that it was over is no news. */
    private static Stream<Occasion> due(Alert alert, List<Alert> all) {
        boolean overtaken = alert.type().contains(INVALID)
                && all.stream()
                        .anyMatch(other -> other.same().equals(alert.same())
                                && !other.id().equals(alert.id())
                                && !other.openedAt().isBefore(alert.openedAt()));
        return alert.closedAt() == null || overtaken
                ? Stream.of(Occasion.OPENED)
                : Stream.of(Occasion.OPENED, Occasion.RECOVERED);
    }

    private static List<String> invented(List<Alert> alerts, List<Arrived> arrived) {
        Set<String> known = alerts.stream().map(Alert::id).collect(Collectors.toSet());
        return arrived.stream()
                .filter(each -> !known.contains(each.alertId()))
                .map(each -> "somebody was told of an alert that nobody published: " + each)
                .toList();
    }

    private static List<String> unstable(List<Arrived> arrived) {
        Map<String, Set<String>> ids = new TreeMap<>();
        arrived.forEach(
                each -> ids.computeIfAbsent(name(each.way(), each.alertId(), each.occasion()), name -> new TreeSet<>())
                        .add(each.id()));
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "the same was told under several ids: " + entry)
                .toList();
    }

    private static List<String> repeated(List<Arrived> arrived, List<Away> away) {
        Map<String, List<Arrived>> byId = arrived.stream()
                .collect(
                        Collectors.groupingBy(each -> each.way() + " " + each.id(), TreeMap::new, Collectors.toList()));
        return byId.entrySet().stream()
                .flatMap(entry -> twice(entry.getValue(), away)
                        .map(at -> "told again at %s, and nothing had come between: %s".formatted(at, entry.getKey())))
                .toList();
    }

    private static Stream<Instant> twice(List<Arrived> same, List<Away> away) {
        List<Arrived> inOrder = same.stream()
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
        return Stream.iterate(1, number -> number < inOrder.size(), number -> number + 1)
                .filter(number -> !inOrder.get(number - 1).excused())
                .filter(number -> away.stream()
                        .noneMatch(blow -> !blow.from()
                                        .isAfter(inOrder.get(number).at())
                                && !blow.until()
                                        .isBefore(inOrder.get(number - 1).at())))
                .map(number -> inOrder.get(number).at());
    }

    private static String name(Way way, String alertId, Occasion occasion) {
        return "%s of %s, %s".formatted(way, alertId, occasion).toLowerCase(Locale.ROOT);
    }
}
