package io.keyward.config.backup.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptionTest {

    @ParameterizedTest
    @CsvSource({
        "5, 5, false, ACCEPTED",
        "5, 5, true,  IGNORED_FINISHED",
        "4, 5, false, IGNORED_OLDER",
        "4, 5, true,  IGNORED_OLDER",
        "6, 5, false, IGNORED_UNKNOWN",
        "6, 5, true,  IGNORED_UNKNOWN"
    })
    void aReportCountsForTheRequestInForceAlone(long named, long inForce, boolean finished, Reception expected) {
        assertThat(Reception.of(named, inForce, finished)).isEqualTo(expected);
    }
}
