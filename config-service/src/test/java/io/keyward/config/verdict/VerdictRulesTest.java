package io.keyward.config.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Rule("V1")
    @ParameterizedTest
    @CsvSource({
        "VALID,     3600, false",
        "REVOKED,   11,   true",
        "REVOKED,   9,    false",
        "UNUSABLE,  11,   true",
        "UNCHECKED, 11,   true"
    })
    void asksOnlyWhenTheAnswerWasBadAndIsOld(String verdict, int age, boolean ask) {
        KeyVerdict known = new KeyVerdict("use", verdict, NOW.minusSeconds(age));

        assertThat(VerdictRules.isWorthAsking(known, NOW, Duration.ofSeconds(10)))
                .isEqualTo(ask);
    }

    @Test
    void theLaterCheckWins() {
        KeyVerdict earlier = new KeyVerdict("use", "REVOKED", NOW);
        KeyVerdict later = new KeyVerdict("use", "VALID", NOW.plusSeconds(1));

        assertThat(earlier.orLater(later)).isEqualTo(later);
        assertThat(later.orLater(earlier)).isEqualTo(later);
    }
}
