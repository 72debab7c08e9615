package io.keyward.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-08-10T03:03:36Z, 2026-08-10T03:03:36Z",
        "2026-08-10T03:03:36.5Z, 2026-08-10T03:03:36.500Z",
        "2026-08-10T03:03:36.123456789Z, 2026-08-10T03:03:36.123456789Z",
        "2026-08-10T03:03:36+02:00, 2026-08-10T01:03:36Z",
        "2026-08-10T03:03:36.000-18:00, 2026-08-10T21:03:36Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z"
    })
    void readsPointsInTime(String text, Instant time) {
        assertThat(Timestamps.read(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-08-10",
                "2026-08-10T03:03Z",
                "2026-08-10T03:03:36",
                "2026-08-10 03:03:36Z",
                "2026-08-10t03:03:36z",
                "2026-08-10T03:03:36+0200",
                "2026-08-10T03:03:36+19:00",
                "2026-08-10T03:03:36.Z",
                "2026-08-10T03:03:36.1234567890Z",
                "2026-08-10T24:00:00Z",
                "2026-08-10T23:59:60Z",
                "2026-02-30T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "1786330416",
                " 2026-08-10T03:03:36Z",
                "2026-08-10T03:03:36Z\n",
                "٢٠٢٦-08-10T03:03:36Z"
            })
    void nothingElseIsOne(String text) {
        assertThat(Timestamps.read(text)).isEmpty();
    }

    @Test
    void writesWholeSeconds() {
        assertThat(Timestamps.write(Instant.parse("2026-08-10T03:03:36.999999999Z")))
                .isEqualTo("2026-08-10T03:03:36Z");
        assertThat(Timestamps.write(Instant.parse("2026-08-10T03:03:00Z"))).isEqualTo("2026-08-10T03:03:00Z");
    }
}
