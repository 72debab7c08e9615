package io.keyward.local.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final long MEGA = 1024L * 1024;

    @ParameterizedTest
    @CsvSource({"4999, 749, true", "5000, 749, false", "4999, 750, false", "6000, 900, false"})
    void bothHaveToBeBelowTheirLimits(long millis, long megabytes, boolean within) {
        assertThat(Verdict.of(List.of(start(millis, megabytes))).isWithinLimits())
                .isEqualTo(within);
    }

    @Test
    void theLastLineHasTheMediansOfAllServicesTogether() {
        // Given
        Start quick =
                new Start(Duration.ofMillis(1200), Map.of(Service.CONFIG, 100 * MEGA, Service.VALIDATION, 150 * MEGA));
        Start slow = start(9000, 400);
        Start usual = start(2000, 300);

        // When
        Verdict verdict = Verdict.of(List.of(quick, slow, usual));

        // Then
        assertThat(verdict.line()).isEqualTo("start 2.00 s, rss 300 MB");
        assertThat(verdict.spread()).contains("2.00 (1.20–9.00)", "300 (250–400)");
    }

    private static Start start(long millis, long megabytes) {
        return new Start(Duration.ofMillis(millis), Map.of(Service.CONFIG, megabytes * MEGA));
    }
}
