package io.keyward.validation.alert.configuration;

import io.keyward.validation.alert.rules.AlertType;
import io.keyward.validation.alert.rules.Condition;
import io.keyward.validation.alert.rules.Condition.Certainty;
import io.keyward.validation.alert.rules.Subject;
import io.keyward.validation.alert.rules.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which alerts are wanted: each enabled configuration that fits a condition wants one of its own. */
public final class MatchRules {
    private MatchRules() {}

    /** What these configurations want to be told of these conditions at {@code now}. */
    public static Matching match(List<AlertConfiguration> configurations, List<Condition> conditions, Instant now) {
        var fitting = configurations.stream()
                .filter(configuration -> configuration.content().enabled())
                .flatMap(configuration -> conditions.stream()
                        .filter(condition -> concerns(configuration.content(), condition.type(), condition.subject()))
                        .map(condition -> new Wish(configuration, condition)))
                .toList();
        var wanted = fitting.stream()
                .filter(wish -> !now.isBefore(wish.since()))
                .map(Wish::wanted)
                .toList();
        var next = fitting.stream()
                .filter(wish -> wish.condition().certainty() == Certainty.HOLDS)
                .map(wish -> now.isBefore(wish.since())
                        ? wish.since()
                        : wish.wanted().opensAt())
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
        return new Matching(wanted, next);
    }

    /** Whether a configuration is about alerts of this type and subject, enabled or not. */
    public static boolean concerns(AlertConfiguration.Content content, AlertType type, Subject subject) {
        return content.type() == type
                && content.matchers().stream().allMatch(matcher -> value(subject, matcher.field())
                        .filter(matcher::fits)
                        .isPresent());
    }

    private static Optional<String> value(Subject subject, Matcher.Field field) {
        return field == Matcher.Field.CLUSTER_NAME && subject.kind() == Subject.Kind.CLUSTER
                ? Optional.of(subject.name())
                : Optional.empty();
    }

    /**
     * What is wanted.
     *
     * @param nextLook when time alone wants more; empty when it never does
     */
    public record Matching(List<Wanted> wanted, Optional<Instant> nextLook) {}

    private record Wish(AlertConfiguration configuration, Condition condition) {

        /** Since when the configuration means what is so. */
        Instant since() {
            var agedFrom = condition.agedFrom();
            var days = configuration.content().threshold();
            return agedFrom == null || days == null
                    ? condition.content().since()
                    : agedFrom.plus(Duration.ofDays(days));
        }

        Wanted wanted() {
            var delay = Duration.ofMinutes(configuration.content().delayMin());
            return new Wanted(configuration.id(), condition, since().plus(delay));
        }
    }
}
