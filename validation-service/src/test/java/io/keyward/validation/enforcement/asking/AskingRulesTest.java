package io.keyward.validation.enforcement.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.testkit.Rule;
import io.keyward.validation.enforcement.asking.AskingRules.Pace;
import io.keyward.validation.enforcement.plan.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AskingRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Pace PACE = new Pace(Duration.ofMinutes(1), Duration.ofMinutes(15));
    private static final EnumSet<Phase> OPEN =
            EnumSet.of(Phase.STARTING, Phase.STOPPING, Phase.DEFERRED, Phase.RESUMING, Phase.REMOVING);

    @Rule("P1")
    @ParameterizedTest
    @EnumSource(Phase.class)
    void onlyWhatIsNotCarriedOutIsAskedAgain(Phase phase) {
        var entered = AskingRules.entered(phase, PACE, NOW);

        assertThat(AskingRules.isDue(phase, entered, false, NOW.plusSeconds(59)))
                .isFalse();
        assertThat(AskingRules.isDue(phase, entered, false, NOW.plusSeconds(60)))
                .isEqualTo(OPEN.contains(phase));
        assertThat(entered.equals(Asking.NOTHING)).isNotEqualTo(OPEN.contains(phase));
    }

    @Rule("P1")
    @Test
    void pausesDoubleUpToTheLongest() {
        var minutes = IntStream.of(0, 1, 2, 3, 4, 5, 40, Integer.MAX_VALUE)
                .mapToObj(times -> PACE.afterAsking(times).toMinutes());

        assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 15L, 15L, 15L, 15L);
    }

    @Test
    void aRepetitionCountsAndIsFollowedByALongerPause() {
        var again = AskingRules.repeated(Phase.STOPPING, AskingRules.entered(Phase.STOPPING, PACE, NOW), PACE, NOW);

        assertThat(again).isEqualTo(new Asking(1, NOW.plus(Duration.ofMinutes(2)), false));
    }

    @Test
    void whoIsAtItIsLeftAloneForOneMorePause() {
        var asking = new Asking(2, NOW.minusSeconds(1), true);

        assertThat(AskingRules.heardOf(Phase.DEFERRED, asking, PACE, NOW))
                .isEqualTo(new Asking(2, NOW.plus(Duration.ofMinutes(4)), true));
        assertThat(AskingRules.heardOf(Phase.STOPPED, asking, PACE, NOW)).isEqualTo(Asking.NOTHING);
    }

    @Test
    void whatWasAskedBeforeAnybodyKeptThisIsAskedAgain() {
        assertThat(AskingRules.isDue(Phase.STOPPING, Asking.NOTHING, false, NOW))
                .isTrue();
        assertThat(AskingRules.isDue(Phase.RUNNING, Asking.NOTHING, false, NOW)).isFalse();
    }

    /** A start that failed because the KMS did not answer is asked for as soon as it does, and a stop is not hurried by it. */
    @Rule("K5")
    @ParameterizedTest
    @CsvSource({
        // phase, a key got no answer before, gets none now, due
        "RESUMING, true,  false, true",
        "STARTING, true,  false, true",
        "RESUMING, true,  true,  false",
        "RESUMING, false, true,  false",
        "RESUMING, false, false, false",
        "STOPPING, true,  false, false",
        "DEFERRED, true,  false, false",
        "REMOVING, true,  false, false",
        "RUNNING,  true,  false, false",
    })
    void whoeverWaitsForTheKmsIsAskedAsSoonAsItAnswers(Phase phase, boolean before, boolean now, boolean due) {
        var asking = AskingRules.seen(phase, new Asking(3, NOW.plusSeconds(600), false), before);

        assertThat(AskingRules.isDue(phase, asking, now, NOW)).isEqualTo(due);
    }

    @Test
    void aPaceThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new Pace(Duration.ZERO, Duration.ofMinutes(1)))
                .hasMessageContaining("keyward.enforcement.ask-again-after");
        assertThatThrownBy(() -> new Pace(Duration.ofMinutes(2), Duration.ofMinutes(1)))
                .hasMessageContaining("keyward.enforcement.ask-again-at-most-every");
    }
}
