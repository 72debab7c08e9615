package io.keyward.local.bench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SweepOptionsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    @Test
    void takesScalesThatGrow() {
        assertThat(new SweepOptions(List.of(100, 200_000), 1, INTERVAL).mostKeys())
                .isEqualTo(200_000);
    }

    @ParameterizedTest
    @MethodSource
    void refusesTheRestInWords(List<Integer> keys, int runs, Duration interval, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SweepOptions(keys, runs, interval))
                .withMessageStartingWith(complaint);
    }

    static Stream<Arguments> refusesTheRestInWords() {
        return Stream.of(
                Arguments.of(List.of(), 5, INTERVAL, "--keys needs"),
                Arguments.of(List.of(0), 5, INTERVAL, "--keys takes hundreds"),
                Arguments.of(List.of(1050), 5, INTERVAL, "--keys takes hundreds"),
                Arguments.of(List.of(200_100), 5, INTERVAL, "--keys takes hundreds"),
                Arguments.of(List.of(1000, 1000), 5, INTERVAL, "--keys takes numbers that grow"),
                Arguments.of(List.of(1000), 0, INTERVAL, "--runs takes"),
                Arguments.of(List.of(1000), 101, INTERVAL, "--runs takes"),
                Arguments.of(List.of(1000), 5, Duration.ofSeconds(9), "--interval takes"),
                Arguments.of(List.of(1000), 5, Duration.ofMinutes(11), "--interval takes"));
    }
}
