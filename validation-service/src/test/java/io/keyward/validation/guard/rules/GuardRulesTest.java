package io.keyward.validation.guard.rules;

import static io.keyward.validation.guard.rules.HoldReason.CANARY_FAILED;
import static io.keyward.validation.guard.rules.HoldReason.TOO_MANY_SUSPECTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final GuardPolicy POLICY = policy(true);

    @Rule({"V8", "P7"})
    @ParameterizedTest
    @CsvSource({
        // suspects, organizations, keys in use, too many
        "0,    0,  0,      false",
        "10,   10, 40,     false",
        "11,   10, 40,     true",
        "11,   2,  200,    true",
        "11,   2,  219,    true",
        "11,   2,  220,    false",
        "12,   2,  220,    true",
        "5000, 90, 100000, false",
        "5001, 90, 100000, true",
        // One organisation may take away whatever it likes.
        "11,   1,  40,     false",
        "99999, 1, 100000, false",
        "11,   0,  40,     false",
    })
    void tooManyIsMoreThanCustomersTakeAwayAtOnce(int suspects, int organizations, int inUse, boolean tooMany) {
        var reasons = GuardRules.reasons(new Suspects(suspects, organizations, 0, inUse, null), POLICY, NOW);

        assertThat(reasons).isEqualTo(tooMany ? Set.of(TOO_MANY_SUSPECTS) : Set.of());
    }

    @Rule("V8")
    @Test
    void aCanaryThatFailedWithinTheWindowIsAReasonByItself() {
        assertThat(canary(NOW.minus(WINDOW).plusMillis(1), POLICY)).containsExactly(CANARY_FAILED);
        assertThat(canary(NOW, POLICY)).containsExactly(CANARY_FAILED);
        assertThat(canary(NOW.minus(WINDOW), POLICY)).isEmpty();
        assertThat(canary(null, POLICY)).isEmpty();
        assertThat(canary(NOW, policy(false))).isEmpty();
    }

    @Rule("V8")
    @Test
    void bothReasonsAreTold() {
        assertThat(GuardRules.reasons(new Suspects(11, 2, 0, 40, NOW), POLICY, NOW))
                .containsExactly(TOO_MANY_SUSPECTS, CANARY_FAILED);
    }

    /** The whole table. */
    @Rule({"V8", "P7"})
    @ParameterizedTest
    @CsvSource({
        // state, vouched for, is there a reason, admitted
        "CLEAR,   false, false, true",
        "CLEAR,   false, true,  false",
        "CLEAR,   true,  false, true",
        "CLEAR,   true,  true,  true",
        "HOLDING, false, false, false",
        "HOLDING, false, true,  false",
        "HOLDING, true,  false, true",
        "HOLDING, true,  true,  true",
    })
    void whatIsHeldWaitsForAnOperator(GuardState state, boolean vouchedFor, boolean reason, boolean admitted) {
        assertThat(GuardRules.admits(state, vouchedFor, reasons(reason))).isEqualTo(admitted);
    }

    /** The whole table. */
    @Rule("V8")
    @ParameterizedTest
    @CsvSource({
        // state, held, is there a reason, next
        "CLEAR,   0, false, CLEAR",
        "CLEAR,   0, true,  CLEAR",
        "CLEAR,   1, false, HOLDING",
        "CLEAR,   1, true,  HOLDING",
        "HOLDING, 0, false, CLEAR",
        "HOLDING, 0, true,  HOLDING",
        "HOLDING, 1, false, HOLDING",
        "HOLDING, 1, true,  HOLDING",
    })
    void theHoldEndsWhenNothingIsHeldAndNothingSpeaksForIt(
            GuardState state, int held, boolean reason, GuardState next) {
        assertThat(GuardRules.next(state, held, reasons(reason))).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0.05, 2, 60, keyward.guard.keys",
        "10, 1.1, 2, 60, keyward.guard.share",
        "10, -0.1, 2, 60, keyward.guard.share",
        "10, 0.05, 0, 60, keyward.guard.organizations",
        "10, 0.05, 2, 0, keyward.guard.window",
    })
    void settingsThatMakeNoSenseAreNamed(int keys, double share, int organizations, int window, String key) {
        assertThatThrownBy(() -> new GuardPolicy(
                        keys, share, organizations, true, Duration.ofSeconds(window), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }

    private static Set<HoldReason> canary(@Nullable Instant failedAt, GuardPolicy policy) {
        return GuardRules.reasons(new Suspects(0, 0, 0, 40, failedAt), policy, NOW);
    }

    private static Set<HoldReason> reasons(boolean any) {
        return any ? Set.of(CANARY_FAILED) : Set.of();
    }

    private static GuardPolicy policy(boolean canary) {
        return new GuardPolicy(10, 0.05, 2, canary, WINDOW, Duration.ofHours(1));
    }
}
