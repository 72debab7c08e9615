package io.keyward.endpoint.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(5), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 10", "2, 20", "3, 30", "4, 30", "63, 30", "64, 30", "2147483647, 30"})
    void doublesUpToTheLimit(int failures, int seconds) {
        assertThat(BACK_OFF.pause(failures, 0)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void spreadsByATenth() {
        assertThat(BACK_OFF.pause(1, 1)).isEqualTo(Duration.ofSeconds(9));
        assertThat(BACK_OFF.pause(9, 0.5)).isEqualTo(Duration.ofMillis(28_500));
    }
}
