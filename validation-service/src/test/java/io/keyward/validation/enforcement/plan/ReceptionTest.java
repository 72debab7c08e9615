package io.keyward.validation.enforcement.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptionTest {

    /** Request 4 is in force, and the cluster's revision 7 is the last that is known. */
    @ParameterizedTest
    @CsvSource({
        "4,    , ACCEPTED",
        "4,   6, ACCEPTED",
        "4,   7, ACCEPTED",
        "4,   8, IGNORED_AHEAD",
        "3,   8, IGNORED_OLDER",
        "5,    , IGNORED_UNKNOWN",
    })
    void aReportCountsThatNamesWhatIsKnown(long named, @Nullable Long applied, Reception reception) {
        assertThat(Reception.of(named, 4, applied, 7)).isEqualTo(reception);
    }
}
