package io.keyward.validation.enforcement.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingRulesTest {
    private static final StopReason BY_HAND = StopReason.byHand(Instant.EPOCH, "anna");

    @ParameterizedTest
    @Rule({"C19", "V4"})
    @CsvSource({
        // mode | frozen | holds already | condemned | paused | holds    | held back
        "ENFORCE, false,   '',             K1,         false,   K1,        ''",
        "ENFORCE, false,   K1,             K1,         false,   K1,        ''",
        "ENFORCE, false,   K1,             '',         false,   '',        ''",
        "ENFORCE, false,   K1,             K1+K2,      true,    K1+K2+HAND, ''",
        "ENFORCE, false,   K1+HAND,        '',         true,    HAND,      ''",
        "ENFORCE, false,   HAND,           '',         false,   '',        ''",
        // the freeze stops nothing new, resumes nothing whose key is still condemned, and lets go what came back
        "ENFORCE, true,    '',             K1,         false,   '',        K1",
        "ENFORCE, true,    K1,             K1,         false,   K1,        ''",
        "ENFORCE, true,    K1,             '',         false,   '',        ''",
        "ENFORCE, true,    K1,             K1+K2,      false,   K1,        K2",
        "ENFORCE, true,    K1,             K2,         false,   '',        K2",
        "ENFORCE, true,    HAND,           K1,         true,    HAND,      K1",
        // observing stops nothing, and what a key stopped before resumes
        "OBSERVE, false,   '',             K1,         false,   '',        K1",
        "OBSERVE, false,   K1,             K1,         false,   '',        K1",
        "OBSERVE, false,   K1,             '',         false,   '',        ''",
        "OBSERVE, false,   K1+HAND,        K1,         true,    HAND,      K1",
        "OBSERVE, true,    K1,             K1,         false,   '',        K1",
    })
    void whatHoldsAndWhatIsHeldBack(
            Mode mode, boolean frozen, String held, String condemned, boolean paused, String holds, String back) {
        var others = paused ? Set.of(BY_HAND) : Set.<StopReason>of();

        var now = HoldingRules.divide(reasons(condemned), others, reasons(held), new Restraint(mode, frozen));

        assertThat(now.reasons()).isEqualTo(reasons(holds));
        assertThat(now.heldBack()).isEqualTo(reasons(back));
    }

    private static Set<StopReason> reasons(String names) {
        return Stream.of(names.split("\\+"))
                .filter(name -> !name.isEmpty())
                .map(HoldingRulesTest::reason)
                .collect(Collectors.toSet());
    }

    private static StopReason reason(String name) {
        return name.equals("HAND")
                ? BY_HAND
                : new StopReason(
                        StopReason.Kind.KEY, name, "arn", "us-east-1", "KEY_DISABLED", "It is so.", Instant.EPOCH);
    }
}
