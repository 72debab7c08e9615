package io.keyward.local.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalRulesTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "334, true", "335, false", "365, false", "400, false"})
    void replacesAServerCertificateAMonthBeforeItsEnd(int day, boolean kept) {
        Instant until = FROM.plus(RenewalRules.SERVER_LIFE);

        assertThat(RenewalRules.keepsServer(FROM, until, on(day))).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "3284, true", "3285, false", "3650, false"})
    void replacesAnAuthorityThatWouldNotOutliveWhatItIssues(int day, boolean kept) {
        Instant until = FROM.plus(RenewalRules.AUTHORITY_LIFE);

        assertThat(RenewalRules.keepsAuthority(FROM, until, on(day))).isEqualTo(kept);
    }

    private static Instant on(int day) {
        return FROM.plus(Duration.ofDays(day));
    }
}
