package io.keyward.validation.cadence.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LaneRulesTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final LaneRules RULES = new LaneRules(8, Duration.ofSeconds(1), Duration.ofSeconds(4));

    @ParameterizedTest
    @CsvSource({
        // bound, answered, pace, bound after, answered after, paused for
        "8, 0, ANSWERED,  8, 1, 0",
        "8, 7, ANSWERED,  8, 0, 0",
        "4, 2, ANSWERED,  4, 3, 0",
        "4, 3, ANSWERED,  5, 0, 0",
        "1, 0, ANSWERED,  2, 0, 0",
        "8, 3, UNCLEAR,   8, 3, 0",
        "8, 3, SILENT,    4, 0, 0",
        "1, 0, SILENT,    1, 0, 0",
        "8, 3, THROTTLED, 4, 0, 1",
        "3, 0, THROTTLED, 1, 0, 1",
        "1, 0, THROTTLED, 1, 0, 1",
    })
    void aCheckMovesTheBound(int bound, int answered, Pace pace, int boundAfter, int answeredAfter, int pause) {
        var state = new LaneState(bound, answered, null, null, RULES.firstPause());

        var after = RULES.after(state, pace, T0, T0.plusSeconds(1));

        assertThat(after.bound()).isEqualTo(boundAfter);
        assertThat(after.answered()).isEqualTo(answeredAfter);
        assertThat(after.pausedUntil()).isEqualTo(pause == 0 ? null : T0.plusSeconds(1 + pause));
    }

    @Test
    void whateverWasUnderWayWhenALaneWasCutTellsOfTheSameTrouble() {
        var cut = RULES.after(RULES.fresh(), Pace.THROTTLED, T0, T0.plusSeconds(1));

        assertThat(RULES.after(cut, Pace.THROTTLED, T0.plusSeconds(1), T0.plusSeconds(2)))
                .isEqualTo(cut);
        assertThat(RULES.after(cut, Pace.SILENT, T0, T0.plusSeconds(8))).isEqualTo(cut);
        assertThat(RULES.after(cut, Pace.THROTTLED, T0.plusSeconds(2), T0.plusSeconds(3))
                        .bound())
                .isEqualTo(2);
    }

    @Test
    void pausesDoubleUpToTheLongestAndAreShortAgainAfterSuccess() {
        var state = RULES.fresh();
        var now = T0;
        for (int expected : List.of(1, 2, 4, 4)) {
            state = RULES.after(state, Pace.THROTTLED, now.plusMillis(1), now.plusMillis(2));
            assertThat(state.pausedUntil()).isEqualTo(now.plusMillis(2).plusSeconds(expected));
            assertThat(state.isPausing(now.plusMillis(3))).isTrue();
            now = now.plusSeconds(10);
            assertThat(state.isPausing(now)).isFalse();
        }
        state = RULES.after(state, Pace.ANSWERED, now, now);

        assertThat(state.nextPause()).isEqualTo(RULES.firstPause());
    }

    @Property
    void theBoundStaysBetweenOneAndTheMost(@ForAll @Size(max = 200) List<@IntRange(max = 3) Integer> paces) {
        var state = RULES.fresh();
        var now = T0;
        for (int pace : paces) {
            now = now.plusSeconds(1);
            state = RULES.after(state, Pace.values()[pace], now, now);
            assertThat(state.bound()).isBetween(1, RULES.most());
        }
    }

    @Property
    void whoeverAnswersLongEnoughIsWhereTheyWere(@ForAll @Size(max = 50) List<@IntRange(max = 3) Integer> paces) {
        var state = RULES.fresh();
        var now = T0;
        for (int pace : paces) {
            now = now.plusSeconds(1);
            state = RULES.after(state, Pace.values()[pace], now, now);
        }
        for (int i = 0; i < RULES.most() * RULES.most(); i++) {
            state = RULES.after(state, Pace.ANSWERED, now, now);
        }

        assertThat(RULES.isTroubled(state)).isFalse();
        assertThat(RULES.isForgettable(state, now.plus(RULES.longestPause()))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void onlySilenceAndThrottlingSlowALaneDown(Cause cause) {
        var pace = Pace.of(new Inconclusive(cause, evidence()));

        assertThat(pace)
                .isEqualTo(
                        switch (cause) {
                            case THROTTLED -> Pace.THROTTLED;
                            case TIMED_OUT, UNREACHABLE -> Pace.SILENT;
                            default -> Pace.UNCLEAR;
                        });
    }

    @Test
    void anAnswerIsAnAnswerWhateverItSays() {
        assertThat(List.of(
                        new KeyCheck.Valid(evidence(), null),
                        new KeyCheck.Revoked(KeyCheck.Revoked.Reason.KEY_DISABLED, evidence()),
                        new KeyCheck.Unusable(KeyCheck.Unusable.Problem.ENCRYPT_DENIED, true, evidence())))
                .allSatisfy(check -> assertThat(Pace.of(check)).isEqualTo(Pace.ANSWERED));
    }

    private static Evidence evidence() {
        @Nullable String remedy = null;
        return new Evidence("key", "It is so.", remedy, List.of());
    }
}
