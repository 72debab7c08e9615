package io.keyward.validation.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Unusable;
import io.keyward.validation.check.KeyCheck.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCadenceTest {
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Evidence EVIDENCE = new Evidence("key", "It is so.", null, List.of());
    private static final List<KeyCheck> ANSWERS = List.of(
            new Valid(EVIDENCE, null),
            new Revoked(Revoked.Reason.KEY_DISABLED, EVIDENCE),
            new Unusable(Unusable.Problem.ENCRYPT_DENIED, true, EVIDENCE));

    private final CheckCadence cadence = new CheckCadence(INTERVAL);

    @Test
    void theAnswersAndTheLackOfOneAreAllThereIs() {
        var known = Stream.concat(ANSWERS.stream(), Stream.of(inconclusive(Cause.UNKNOWN)))
                .map(Object::getClass);

        assertThat(known.toList()).containsExactlyInAnyOrder((Class<?>[]) KeyCheck.class.getPermittedSubclasses());
    }

    @Rule({"P1", "V2"})
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.999})
    void anAnswerIsGoodForAnIntervalAtMost(double chance) {
        assertThat(ANSWERS).allSatisfy(answer -> assertThat(pause(answer, null, 0, chance))
                .isBetween(INTERVAL.multipliedBy(9).dividedBy(10), INTERVAL));
    }

    @Rule("V7")
    @Test
    void aConfirmationIsCountedFromTheStartOfTheCheck() {
        var revoked = ANSWERS.get(1);

        assertThat(pause(revoked, Duration.ofSeconds(1), 0, 0.5)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void nothingIsDueBeforeTheCheckHasEnded() {
        var end = START.plusSeconds(3);

        assertThat(cadence.nextDue(ANSWERS.get(1), Duration.ofSeconds(1), 0, START, end, 0))
                .isEqualTo(end);
    }

    @Rule("V3")
    @ParameterizedTest
    @CsvSource({"1, 8", "2, 4", "3, 2", "4, 1", "5, 1", "1000, 1"})
    void withoutAnAnswerWeLookSoonAndThenMoreRarely(int unanswered, int share) {
        var unreachable = inconclusive(Cause.UNREACHABLE);

        assertThat(pause(unreachable, null, unanswered, 0)).isEqualTo(INTERVAL.dividedBy(share));
        assertThat(pause(unreachable, null, unanswered, 0.999))
                .isBetween(INTERVAL.dividedBy(share).multipliedBy(7).dividedBy(10), INTERVAL.dividedBy(share));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverThrottlesIsNotAskedMoreOften(Cause cause) {
        var first = pause(inconclusive(cause), null, 1, 0);

        assertThat(first).isEqualTo(cause == Cause.THROTTLED ? INTERVAL : INTERVAL.dividedBy(8));
    }

    @Test
    void anAnswerEndsTheRowOfUnansweredChecks() {
        assertThat(ANSWERS).allSatisfy(answer -> assertThat(CheckCadence.unanswered(answer, 4))
                .isZero());
        assertThat(CheckCadence.unanswered(inconclusive(Cause.TIMED_OUT), 4)).isEqualTo(5);
    }

    @Test
    void anIntervalIsPositive() {
        assertThatThrownBy(() -> new CheckCadence(Duration.ZERO)).hasMessageContaining("keyward.check.interval");
    }

    private Duration pause(KeyCheck check, @Nullable Duration confirmAfter, int unanswered, double chance) {
        return Duration.between(START, cadence.nextDue(check, confirmAfter, unanswered, START, START, chance));
    }

    private static KeyCheck inconclusive(Cause cause) {
        return new Inconclusive(cause, EVIDENCE);
    }
}
