package io.keyward.validation.unknown;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.unknown.UnknownAnswerRules.Told;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("V6")
class UnknownAnswerRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "kms:Decrypt Odd,    PT0S,    false",
        "kms:Decrypt Odd,    PT59M59S, false",
        "kms:Decrypt Odd,    PT1H,    true",
        "kms:Decrypt Odder,  PT0S,    false",
        "kms:Decrypt Odder,  PT9S,    false",
        "kms:Decrypt Odder,  PT10S,   true",
    })
    void tellsTheSameOnceAnHourAndAnotherAfterAMoment(String last, Duration ago, boolean told) {
        assertThat(UnknownAnswerRules.isNews(new Told(last, NOW.minus(ago)), "kms:Decrypt Odd", NOW))
                .isEqualTo(told);
    }

    @Test
    void tellsTheFirst() {
        assertThat(UnknownAnswerRules.isNews(Told.NOTHING, "kms:Decrypt Odd", NOW))
                .isTrue();
    }
}
