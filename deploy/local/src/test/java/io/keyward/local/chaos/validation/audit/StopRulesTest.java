package io.keyward.local.chaos.validation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.chaos.validation.audit.Verdicts.Acquittal;
import io.keyward.local.chaos.validation.audit.Verdicts.Condemnation;
import io.keyward.local.chaos.validation.audit.Verdicts.Stop;
import io.keyward.local.chaos.validation.truth.Act.Kind;
import io.keyward.local.chaos.validation.truth.Truth;
import io.keyward.local.chaos.validation.truth.Truth.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopRulesTest {
    private static final String KEY = "arn:key/1";
    private static final Duration COUNTS = Duration.ofSeconds(5);
    private static final Duration CACHED = Duration.ofSeconds(2);

    /** Taken away between 10 and 12, given back between 20 and 22. */
    private static final Truth TRUTH = Truth.of(
            List.of(new Change(KEY, Kind.DISABLE, at(10), at(12)), new Change(KEY, Kind.ENABLE, at(20), at(22))));

    @ParameterizedTest
    @CsvSource({
        "4, REVOKED, false",
        "5, REVOKED, true",
        "11, REVOKED, true",
        "22, REVOKED, true",
        "23, REVOKED, false",
        "11, INCONCLUSIVE, false",
    })
    void aKeyIsCondemnedForWhatWasTrueWhileTheCheckCounted(int since, String outcome, boolean right) {
        var verdicts =
                new Verdicts(List.of(new Condemnation(KEY, at(since), outcome, at(since + 5))), List.of(), List.of());

        assertThat(StopRules.audit(verdicts, TRUTH, COUNTS, CACHED)).hasSize(right ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"KEY, 11, true", "KEY, 23, false", "KEY, 4, false", "HAND, 4, true"})
    void aClusterStopsForThatAlone(String kind, int since, boolean right) {
        var verdicts = new Verdicts(List.of(), List.of(), List.of(new Stop("c", kind, KEY, at(since))));

        assertThat(StopRules.audit(verdicts, TRUTH, COUNTS, CACHED)).hasSize(right ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"9, true", "13, true", "14, false", "15, false", "16, true", "30, true"})
    void aKeyIsValidOnlyIfItMayHaveBeenThere(int checkedAt, boolean right) {
        var verdicts =
                new Verdicts(List.of(), List.of(new Acquittal(KEY, at(checkedAt), at(checkedAt + 5))), List.of());

        assertThat(StopRules.audit(verdicts, TRUTH, COUNTS, CACHED)).hasSize(right ? 0 : 1);
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
