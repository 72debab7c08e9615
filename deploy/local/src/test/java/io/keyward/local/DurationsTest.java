package io.keyward.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms, 500", "2s, 2000", "5m, 300000", "1h, 3600000", "1m30s, 90000", "2S, 2000"})
    void readsWhatPeopleWrite(String text, long millis) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "s", "-1s", "0s", "soon", "1.5ms"})
    void refusesTheRest(String text) {
        assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> Durations.parse(text));
    }
}
