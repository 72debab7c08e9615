package io.keyward.validation.alert.configuration;

import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Condition;
import io.keyward.validation.alert.condition.Condition.Age;
import io.keyward.validation.alert.condition.Condition.Certainty;
import io.keyward.validation.alert.condition.Subject;
import io.keyward.validation.alert.rules.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which alerts are wanted: each enabled configuration that fits a condition wants one of its own. */
public final class MatchRules {
    /** Providers are asked once a day whether they rotated a key. */
    private static final Duration UNTIL_SEEN = Duration.ofDays(2);

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
                .flatMap(wish -> wish.turns(now))
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
            var threshold = configuration.content().threshold();
            var measure = configuration.content().type().measure();
            var since = condition.content().since();
            if (threshold == null || measure == null) {
                return since;
            }
            return switch (measure) {
                case AGE_IN_DAYS ->
                    Optional.ofNullable(condition.age())
                            .map(age -> tooOld(age, threshold))
                            .orElse(since);
                case HOURS_LEFT ->
                    Optional.ofNullable(condition.content().deadline())
                            .map(deadline -> later(since, deadline.minus(Duration.ofHours(threshold))))
                            .orElse(since);
            };
        }

        /** What is renewed in time by itself is given the time to be seen renewed. */
        private static Instant tooOld(Age age, int days) {
            var old = age.from().plus(Duration.ofDays(days));
            var renewedAt = age.renewedAt();
            return renewedAt == null || renewedAt.isAfter(old) ? old : later(old, renewedAt.plus(UNTIL_SEEN));
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        Wanted wanted() {
            var delay = Duration.ofMinutes(configuration.content().delayMin());
            return new Wanted(configuration.id(), told(), since().plus(delay));
        }

        /** What comes nearer is so since it is near enough. */
        private Condition told() {
            return condition.content().deadline() == null ? condition : condition.since(since());
        }

        /** When time alone changes something. */
        Stream<Instant> turns(Instant now) {
            var next = now.isBefore(since()) ? since() : wanted().opensAt();
            return Stream.concat(
                    Stream.of(next), Optional.ofNullable(condition.content().deadline()).stream());
        }
    }
}
