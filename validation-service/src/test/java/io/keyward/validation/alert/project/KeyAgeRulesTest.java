package io.keyward.validation.alert.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.KeyUses;
import io.keyward.validation.alert.rules.ProjectFacts.KeyAge;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@Rule("C16")
class KeyAgeRulesTest {
    private static final Instant THEN = KeyUses.SINCE;
    private static final Instant NOW = THEN.plus(Duration.ofDays(100));
    private static final List<KeyAge> KNOWN = List.of(new KeyAge("AWS", "k1", null, THEN));

    @Test
    void aFirstKeyStartsTheClockAndEnablesItsProvider() {
        var next = KeyAgeRules.next(List.of(), List.of(use("k1", true)), NOW);

        assertThat(next).containsExactly(new KeyAge("AWS", "k1", null, NOW));
        assertThat(KeyAgeRules.enabled(List.of(), next)).containsExactly("AWS");
    }

    @Test
    void theSameKeyKeepsItsAgeWhateverOtherRegionsItHas() {
        var next = KeyAgeRules.next(KNOWN, List.of(use("k0", false), use("k1", true)), NOW);

        assertThat(next).isEqualTo(KNOWN);
        assertThat(KeyAgeRules.enabled(KNOWN, next)).isEmpty();
    }

    @Test
    void anotherKeyStartsTheClockAgainAndEnablesNothing() {
        var next = KeyAgeRules.next(KNOWN, List.of(use("k2", true)), NOW);

        assertThat(next).containsExactly(new KeyAge("AWS", "k2", null, NOW));
        assertThat(KeyAgeRules.enabled(KNOWN, next)).isEmpty();
        assertThat(KeyAgeRules.ended(KNOWN, next)).isEmpty();
    }

    @Test
    void theKeyCountsAndNotItsRegionOnceItIsKnown() {
        var told = KeyAgeRules.next(KNOWN, List.of(KeyUses.of("key1", false, use("k1", true))), NOW);
        assertThat(told).containsExactly(new KeyAge("AWS", "k1", "key1", THEN));

        assertThat(KeyAgeRules.next(told, List.of(KeyUses.of("key1", false, use("k2", true))), NOW))
                .containsExactly(new KeyAge("AWS", "k2", "key1", THEN));
        assertThat(KeyAgeRules.next(told, List.of(KeyUses.of("key2", false, use("k1", true))), NOW))
                .containsExactly(new KeyAge("AWS", "k1", "key2", NOW));
    }

    @Test
    void aFormerKeyGrowsNoOlder() {
        var uses = List.of(KeyUses.of("key1", true, use("k1", true)), KeyUses.of("key2", false, use("k2", true)));

        assertThat(KeyAgeRules.next(KNOWN, uses, NOW)).containsExactly(new KeyAge("AWS", "k2", "key2", NOW));
        assertThat(KeyAgeRules.next(KNOWN, uses.subList(0, 1), NOW)).isEmpty();
    }

    @Test
    void withoutAKeyTheProviderIsNotEnabledAnyMore() {
        assertThat(KeyAgeRules.next(KNOWN, List.of(), NOW)).isEmpty();
        assertThat(KeyAgeRules.ended(KNOWN, List.of())).containsExactly("AWS");
    }

    private static KeyUse use(String id, boolean home) {
        return KeyUses.standing(id, "us-east-1", home, Standing.unchecked(THEN));
    }
}
