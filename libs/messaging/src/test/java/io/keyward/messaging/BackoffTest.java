package io.keyward.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 100",
        "1, 1, 50",
        "2, 0, 200",
        "5, 0, 1600",
        "8, 0, 10000",
        "1000000, 0, 10000",
        "1000000, 1, 5000"
    })
    void doublesUpToALimitAndSpreads(int attempt, double random, long millis) {
        assertThat(Backoff.millisAfter(attempt, random)).isEqualTo(millis);
    }
}
