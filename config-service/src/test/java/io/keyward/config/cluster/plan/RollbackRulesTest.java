package io.keyward.config.cluster.plan;

import static io.keyward.config.cluster.spec.Requests.shard;
import static io.keyward.config.cluster.spec.Requests.shards;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.cluster.plan.Plan.Kind;
import io.keyward.config.cluster.plan.RollbackRules.Waiting;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.Requests;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollbackRulesTest {
    private static final Instant ASKED = Instant.parse("2026-01-02T00:00:00Z");
    private static final Duration LIMIT = Duration.ofDays(3);
    private static final ClusterSpec FORMER = Requests.spec("{'name':'x'," + shards(shard("AWS:US_EAST_1:3")) + "}");

    @Rule("K6")
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // plan, nodes refused since, whether it may run, whether it was up, waits since
                "-,      2026-01-02T01:00:00Z, true, true,   -",
                "NEW,    -,                    true, false,  -",
                "NEW,    2026-01-02T01:00:00Z, false, false, -",
                "NEW,    2026-01-02T01:00:00Z, true, false,  2026-01-02T01:00:00Z",
                "NEW,    2026-01-02T01:00:00Z, true,  true,  -",
                "CHANGE, 2026-01-02T01:00:00Z, true, true,   2026-01-02T01:00:00Z",
                "CHANGE, 2026-01-01T00:00:00Z, true, true,   2026-01-02T00:00:00Z",
                "CHANGE, -,                    true, true,   -",
                "REWRAP, 2026-01-02T01:00:00Z, true, true,   -",
                "RESUME, 2026-01-02T01:00:00Z, true, true,   -",
                "UNDO,   2026-01-02T01:00:00Z, true, true,   -"
            })
    void onlyWhatIsBuiltWaitsForTheKms(
            @Nullable Kind kind,
            @Nullable Instant refusedSince,
            boolean mayRun,
            boolean wasUp,
            @Nullable Instant since) {
        Plan plan = kind == null ? null : new Plan(kind, ASKED, kind == Kind.CHANGE ? FORMER : null);

        assertThat(RollbackRules.waiting(plan, refusedSince, mayRun, wasUp, LIMIT))
                .isEqualTo(Optional.ofNullable(since).map(from -> new Waiting(from, from.plus(LIMIT))));
    }

    @Rule("K6")
    @Test
    void theTimeIsOverAfterThreeDaysAndNotBefore() {
        Waiting waiting = new Waiting(ASKED, ASKED.plus(LIMIT));

        assertThat(waiting.isOver(ASKED.plus(LIMIT).minusMillis(1))).isFalse();
        assertThat(waiting.isOver(ASKED.plus(LIMIT))).isTrue();
    }
}
