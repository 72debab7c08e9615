package io.keyward.validation.alert.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Condition;
import io.keyward.validation.alert.condition.Condition.Age;
import io.keyward.validation.alert.condition.Condition.Certainty;
import io.keyward.validation.alert.condition.Content;
import io.keyward.validation.alert.condition.Subject;
import io.keyward.validation.alert.condition.Subject.Kind;
import io.keyward.validation.alert.configuration.Matcher.Field;
import io.keyward.validation.alert.configuration.Matcher.Operator;
import io.keyward.validation.alert.rules.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("N4")
class MatchRulesTest {
    private static final Instant SINCE = Instant.parse("2026-08-10T10:00:00Z");
    private static final AlertType STOP = AlertType.CLUSTER_STOP_NOT_OBSERVED;
    private static final AlertType INVALID = AlertType.AWS_ENCRYPTION_KEY_INVALID;
    private static final AlertType EXPIRING = AlertType.ENCRYPTION_AT_REST_KEY_EXPIRING;
    private static final AlertType ROTATION = AlertType.AWS_ENCRYPTION_KEY_NEEDS_ROTATION;

    @Test
    void eachEnabledConfigurationOfTheTypeWantsAnAlertOfItsOwn() {
        var configurations = List.of(
                configuration("a", INVALID, true, null, 0),
                configuration("b", INVALID, true, null, 0),
                configuration("off", INVALID, false, null, 0),
                configuration("other", STOP, true, null, 0));

        var matching = MatchRules.match(configurations, List.of(invalid()), SINCE);

        assertThat(matching.wanted()).extracting(Wanted::configurationId).containsExactly("a", "b");
        assertThat(matching.nextLook()).isEmpty();
    }

    @Test
    void anAlertOpensAfterTheShortestDelayOfItsNotifications() {
        var matching =
                MatchRules.match(List.of(configuration("a", INVALID, true, null, 30, 10)), List.of(invalid()), SINCE);

        var due = SINCE.plus(Duration.ofMinutes(10));
        assertThat(matching.wanted()).extracting(Wanted::opensAt).containsExactly(due);
        assertThat(matching.nextLook()).contains(due);
    }

    @Rule("C16")
    @ParameterizedTest
    @CsvSource({"89, 0, false, 90", "90, 0, true,", "90, 60, true, 90", "400, 60, true,"})
    void aKeyIsTooOldFromTheConfiguredAgeOn(int ageDays, int delayMin, boolean wanted, @Nullable Integer lookAtDays) {
        var now = SINCE.plus(Duration.ofDays(ageDays));
        var matching =
                MatchRules.match(List.of(configuration("a", ROTATION, true, 90, delayMin)), List.of(aged()), now);

        assertThat(matching.wanted()).hasSize(wanted ? 1 : 0);
        assertThat(matching.nextLook().map(look -> look.minus(Duration.ofMinutes(delayMin))))
                .isEqualTo(
                        lookAtDays == null ? Optional.empty() : Optional.of(SINCE.plus(Duration.ofDays(lookAtDays))));
    }

    /** What its provider rotates in time by itself never alerts; what should have been rotated, and was not seen to be, does. */
    @Rule("N1")
    @ParameterizedTest
    @CsvSource({
        "89, 90, false, 92",
        "90, 90, false, 92",
        "91, 90, false, 92",
        "92, 90, true,",
        "90, 30, true,",
        "90, 89, false, 91",
        "89, 91, false, 90",
        "90, 91, true,",
        "90, 365, true,"
    })
    void aKeyThatIsRotatedInTimeIsNeverTooOld(
            int ageDays, int rotatedAfterDays, boolean wanted, @Nullable Integer lookAtDays) {
        var now = SINCE.plus(Duration.ofDays(ageDays));
        var aged = aged(SINCE.plus(Duration.ofDays(rotatedAfterDays)));

        var matching = MatchRules.match(List.of(configuration("a", ROTATION, true, 90, 0)), List.of(aged), now);

        assertThat(matching.wanted()).hasSize(wanted ? 1 : 0);
        assertThat(matching.nextLook())
                .isEqualTo(
                        lookAtDays == null ? Optional.empty() : Optional.of(SINCE.plus(Duration.ofDays(lookAtDays))));
    }

    /** Hours since the key stands as it does, at which it ends, the delay, and what follows. */
    @Rule("V9")
    @ParameterizedTest
    @CsvSource({
        "0, 200, 0, false, , 32",
        "31, 200, 0, false, , 32",
        "32, 200, 0, true, 32, 200",
        "32, 200, 120, true, 34, 34",
        "34, 200, 120, true, 34, 200",
        "0, 24, 0, true, 0, 24",
        "0, 24, 60, true, 1, 1",
        "23, 24, 60, true, 1, 24"
    })
    void aKeyEndsTooSoonWhenFewerHoursAreLeft(
            int hours, int endsAfter, int delayMin, boolean wanted, @Nullable Integer opensAt, int lookAt) {
        var now = SINCE.plus(Duration.ofHours(hours));
        var ends = ends(SINCE.plus(Duration.ofHours(endsAfter)));

        var matching = MatchRules.match(List.of(configuration("a", EXPIRING, true, 168, delayMin)), List.of(ends), now);

        assertThat(matching.wanted()).hasSize(wanted ? 1 : 0).allSatisfy(want -> {
            assertThat(want.opensAt()).isEqualTo(SINCE.plus(Duration.ofHours(opensAt)));
            assertThat(want.condition().content().since())
                    .isEqualTo(SINCE.plus(Duration.ofHours(Math.max(0, endsAfter - 168))));
        });
        assertThat(matching.nextLook()).contains(SINCE.plus(Duration.ofHours(lookAt)));
    }

    @ParameterizedTest
    @CsvSource({
        "EQUALS, orders-eu, true",
        "EQUALS, orders, false",
        "CONTAINS, ders-, true",
        "CONTAINS, Orders, false",
        "STARTS_WITH, orders, true",
        "STARTS_WITH, eu, false",
        "ENDS_WITH, -eu, true",
        "ENDS_WITH, orders, false",
        "NOT_EQUALS, payments, true",
        "NOT_EQUALS, orders-eu, false",
        "NOT_CONTAINS, us, true",
        "NOT_CONTAINS, eu, false",
        "REGEX, ^orders-(eu|us)$, true",
        "REGEX, ^eu, false"
    })
    void alertsAboutAClusterAreLimitedByItsName(Operator operator, String value, boolean fits) {
        var content = content(STOP, new Matcher(Field.CLUSTER_NAME, operator, value));

        assertThat(MatchRules.concerns(content, STOP, new Subject(Kind.CLUSTER, "c", "orders-eu", null)))
                .isEqualTo(fits);
    }

    @Test
    void allMatchersHaveToFit() {
        var content = content(
                STOP,
                new Matcher(Field.CLUSTER_NAME, Operator.STARTS_WITH, "orders"),
                new Matcher(Field.CLUSTER_NAME, Operator.ENDS_WITH, "us"));

        assertThat(MatchRules.concerns(content, STOP, new Subject(Kind.CLUSTER, "c", "orders-eu", null)))
                .isFalse();
        assertThat(MatchRules.concerns(content, STOP, new Subject(Kind.CLUSTER, "c", "orders-us", null)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "(a+)+$, true",
        "(x+x+)+y, true",
        "'[a-z]{1,63}', true",
        "((a{1000}){1000}){1000}, false",
        "(a)\\1, false",
        "(?=a), false",
        "[, false"
    })
    void onlyExpressionsThatMatchInLinearTimeAreSound(String expression, boolean sound) {
        assertThat(new Matcher(Field.CLUSTER_NAME, Operator.REGEX, expression).isSound())
                .isEqualTo(sound);
    }

    @Test
    void noExpressionStandsStill() {
        var hostile = new Matcher(Field.CLUSTER_NAME, Operator.REGEX, "^(a|aa|a*)*$");

        assertThat(hostile.fits("a".repeat(10_000) + "!")).isFalse();
    }

    private static Condition invalid() {
        return new Condition(
                INVALID,
                new Subject(Kind.KEY_USE, "k", "arn", "us-east-1"),
                Certainty.HOLDS,
                new Content(null, "It is so.", null, SINCE, List.of(), List.of()),
                null);
    }

    private static Condition aged() {
        return aged(null);
    }

    private static Condition aged(@Nullable Instant renewedAt) {
        return new Condition(
                ROTATION,
                new Subject(Kind.KEY_USE, "k", "arn", "us-east-1"),
                Certainty.HOLDS,
                new Content(null, "It is so.", null, SINCE, List.of(), List.of()),
                new Age(SINCE, renewedAt));
    }

    private static Condition ends(Instant deadline) {
        return new Condition(
                EXPIRING,
                new Subject(Kind.KEY_USE, "k", "arn", "us-east-1"),
                Certainty.HOLDS,
                new Content("KEY_EXPIRES", "It is so.", null, SINCE, List.of(), List.of(), deadline),
                null);
    }

    private static AlertConfiguration configuration(
            String id, AlertType type, boolean enabled, @Nullable Integer days, int... delays) {
        var notifications = Arrays.stream(delays)
                .mapToObj(delay ->
                        new Notification("n" + delay, delay, 60, null, new Channel.Email("someone@example.com")))
                .toList();
        var content = new AlertConfiguration.Content(type, enabled, null, days, List.of(), notifications);
        return new AlertConfiguration(id, "g", content, SINCE, SINCE, 1);
    }

    private static AlertConfiguration.Content content(AlertType type, Matcher... matchers) {
        return new AlertConfiguration.Content(type, true, null, null, List.of(matchers), List.of());
    }
}
