package io.keyward.config.cluster.plan;

import static io.keyward.config.cluster.spec.Requests.shard;
import static io.keyward.config.cluster.spec.Requests.shards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.config.cluster.plan.Plan.Kind;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.Requests;
import io.keyward.testkit.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanRulesTest {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = THEN.plusSeconds(60);
    private static final ClusterSpec FIRST = spec("'tags':[]", "AWS:US_EAST_1:3");
    private static final ClusterSpec SECOND = spec("'tags':[]", "AWS:US_EAST_1:5");

    @Rule({"K3", "K6"})
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, CHANGE", "NEW, NEW", "CHANGE, CHANGE", "REWRAP, CHANGE", "RESUME, CHANGE", "UNDO, CHANGE"})
    void aChangeIsAPlan(@Nullable Kind present, Kind next) {
        Plan plan = PlanRules.changed(present == null ? null : plan(present), SECOND, NOW);

        assertThat(plan.kind()).isEqualTo(next);
        assertThat(plan.askedAt()).isEqualTo(NOW);
    }

    @Rule("K6")
    @Test
    void aChangeOfAChangeGoesBackToWhereTheFirstBegan() {
        assertThat(PlanRules.changed(null, SECOND, NOW).former()).isEqualTo(SECOND);
        assertThat(PlanRules.changed(plan(Kind.CHANGE), SECOND, NOW).former()).isEqualTo(FIRST);
        assertThat(PlanRules.changed(plan(Kind.UNDO), SECOND, NOW).former()).isEqualTo(SECOND);
        assertThat(PlanRules.changed(plan(Kind.NEW), SECOND, NOW).former()).isNull();
    }

    @Test
    void wordsAskNothingOfAnybody() {
        ClusterSpec worded = spec(
                "'tags':[{'key':'a','value':'b'}],'labels':[{'key':'c','value':'d'}],'terminationProtectionEnabled':true",
                "AWS:US_EAST_1:3");

        assertThat(PlanRules.asks(FIRST, worded)).isFalse();
        assertThat(PlanRules.asks(FIRST, SECOND)).isTrue();
        assertThat(PlanRules.asks(FIRST, spec("'backupEnabled':true", "AWS:US_EAST_1:3")))
                .isTrue();
        assertThat(PlanRules.asks(FIRST, spec("'encryptionAtRestProvider':'AWS'", "AWS:US_EAST_1:3")))
                .isTrue();
    }

    @Rule("C10")
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aChangeOfKeyAndAResumptionJoinWhatIsUnderWay(Kind present) {
        assertThat(PlanRules.rewrapped(plan(present), NOW)).isEqualTo(plan(present));
        assertThat(PlanRules.resumed(plan(present), NOW)).isEqualTo(plan(present));
        assertThat(PlanRules.rewrapped(null, NOW)).isEqualTo(new Plan(Kind.REWRAP, NOW, null));
        assertThat(PlanRules.resumed(null, NOW)).isEqualTo(new Plan(Kind.RESUME, NOW, null));
        assertThat(PlanRules.undone(NOW)).isEqualTo(new Plan(Kind.UNDO, NOW, null));
        assertThat(PlanRules.created(NOW)).isEqualTo(new Plan(Kind.NEW, NOW, null));
    }

    @Test
    void onlyAChangeKnowsWhatWasBefore() {
        assertThatThrownBy(() -> new Plan(Kind.NEW, NOW, FIRST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan(Kind.CHANGE, NOW, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Plan plan(Kind kind) {
        return new Plan(kind, THEN, kind == Kind.CHANGE ? FIRST : null);
    }

    private static ClusterSpec spec(String field, String region) {
        return Requests.spec("{'name':'orders'," + field + "," + shards(shard(region)) + "}");
    }
}
