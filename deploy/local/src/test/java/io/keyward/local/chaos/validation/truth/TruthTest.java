package io.keyward.local.chaos.validation.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.chaos.validation.truth.Act.Kind;
import io.keyward.local.chaos.validation.truth.Truth.Change;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {
    private static final String KEY = "arn:key/1";
    private static final String OTHER = "arn:key/2";

    /** Taken away between 10 and 12, given back between 20 and 23, and taken away again between 40 and 41. */
    private static final Truth TRUTH = Truth.of(List.of(
            change(Kind.DISABLE, 10, 12),
            change(Kind.HANG, 13, 14),
            change(Kind.ENABLE, 20, 23),
            change(Kind.DENY, 40, 41)));

    @ParameterizedTest
    @CsvSource({
        "0, 9, false, true",
        "0, 10, true, true",
        "11, 11, true, true",
        "12, 20, true, false",
        "15, 16, true, false",
        "12, 21, true, true",
        "21, 22, true, true",
        "23, 30, true, true",
        "24, 39, false, true",
        "24, 40, true, true",
        "41, 99, true, false",
    })
    void isToldGenerously(int from, int until, boolean mayBeAway, boolean mayBeThere) {
        assertThat(TRUTH.mayHaveBeenAway(KEY, at(from), at(until))).isEqualTo(mayBeAway);
        assertThat(TRUTH.mayHaveBeenThere(KEY, at(from), at(until))).isEqualTo(mayBeThere);
    }

    @Test
    void whatNobodyTouchedIsThere() {
        assertThat(TRUTH.isAway(KEY)).isTrue();
        assertThat(TRUTH.isAway(OTHER)).isFalse();
        assertThat(TRUTH.mayHaveBeenAway(OTHER, at(0), at(99))).isFalse();
        assertThat(TRUTH.mayHaveBeenThere(OTHER, at(0), at(99))).isTrue();
    }

    private static Change change(Kind kind, int before, int after) {
        return new Change(KEY, kind, at(before), at(after));
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
