package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.configuration.AlertConfiguration.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be said about an alert, in no channel's form. It is kept as JSON: components may be added if they may be null.
 *
 * @param id of the alert: the same on all occasions, so that channels know what belongs together
 * @param severity how bad it is
 * @param type name of the alert's type
 * @param project null when it concerns whoever runs the installation
 * @param title one line, without the project and without the occasion
 * @param facts what it is about, in order: the key, the region
 * @param reason symbolic; null where the type says it all
 * @param since since when it is so
 * @param endedAt null while it is so
 * @param deadline when it gets worse by itself; null when it does not
 * @param explanation for people: what happened, or, when it is over, why it is
 * @param remedy for people: what to do; null when there is nothing to do
 * @param clusters those that it concerns, each with what became or becomes of it
 * @param clustersLead for people: what these clusters have in common; null when their fates say it
 * @param next for people: what happens next; null when nothing does
 */
public record Notice(
        String id,
        Occasion occasion,
        Severity severity,
        String type,
        @Nullable Project project,
        String title,
        List<Fact> facts,
        @Nullable String reason,
        Instant since,
        @Nullable Instant endedAt,
        @Nullable Instant deadline,
        String explanation,
        @Nullable String remedy,
        List<Cluster> clusters,
        @Nullable String clustersLead,
        @Nullable String next) {

    /** The type of notices that only try a channel. */
    public static final String TEST = "TEST_NOTIFICATION";

    public Notice {
        facts = List.copyOf(facts);
        clusters = List.copyOf(clusters);
    }

    /**
     * A notice for whoever runs the installation.
     *
     * @param facts what it is about, by label; told in the map's order
     * @param endedAt null unless it is over
     */
    public static Notice forOperators(
            String id,
            Occasion occasion,
            Severity severity,
            String type,
            String title,
            Map<String, String> facts,
            Instant since,
            @Nullable Instant endedAt,
            String explanation,
            @Nullable String remedy,
            @Nullable String next) {
        return new Notice(
                id,
                occasion,
                severity,
                type,
                null,
                title,
                facts.entrySet().stream()
                        .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                        .toList(),
                null,
                since,
                endedAt,
                null,
                explanation,
                remedy,
                List.of(),
                null,
                next);
    }

    /** The same on another occasion. */
    public Notice on(Occasion other) {
        return new Notice(
                id,
                other,
                severity,
                type,
                project,
                title,
                facts,
                reason,
                since,
                endedAt,
                deadline,
                explanation,
                remedy,
                clusters,
                clustersLead,
                next);
    }

    /** The same, over since {@code end}. */
    public Notice overSince(Instant end) {
        return new Notice(
                id,
                Occasion.RECOVERED,
                severity,
                type,
                project,
                title,
                facts,
                reason,
                since,
                end,
                deadline,
                explanation,
                remedy,
                clusters,
                clustersLead,
                null);
    }

    /** The project, where there is one. */
    public Optional<Project> ofProject() {
        return Optional.ofNullable(project);
    }

    /** Whether it says nothing but that a channel works. */
    public boolean onlyTries() {
        return type.equals(TEST);
    }

    /**
     * Whose alert it is.
     *
     * @param name what people call it
     */
    public record Project(String id, String name) {}

    /** One thing that it is about, by its label. */
    public record Fact(String label, String value) {}

    /**
     * A cluster that it concerns.
     *
     * @param fate for people, as what follows its name: {@code runs again}; null where all share one
     */
    public record Cluster(String name, @Nullable String fate) {}
}
