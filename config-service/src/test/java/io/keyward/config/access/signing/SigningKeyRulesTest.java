package io.keyward.config.access.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.access.token.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeyRulesTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private final KeptKey first = key(Duration.ZERO);
    private final KeptKey second = key(LIFE);

    @Test
    void theFirstOneSignsAtOnce() {
        assertThat(SigningKeyRules.needsNext(List.of(), START, LIFE)).isTrue();
        assertThat(SigningKeyRules.nextSignsFrom(List.of(), START)).isEqualTo(START);
        assertThat(SigningKeyRules.current(List.of(), START)).isEmpty();
        assertThat(SigningKeyRules.current(List.of(first), START)).contains(first);
    }

    @ParameterizedTest
    @CsvSource({
        // time since the first key began to sign, whether the next has to be made
        "PT0S, false",
        "P29DT23H49M, false",
        "P29DT23H50M, true",
        "P40D, true"
    })
    void theNextOneIsMadeBeforeItIsNeeded(Duration age, boolean due) {
        assertThat(SigningKeyRules.needsNext(List.of(first), START.plus(age), LIFE))
                .isEqualTo(due);
        assertThat(SigningKeyRules.needsNext(List.of(first, second), START.plus(age), LIFE))
                .isFalse();
    }

    @Test
    void laterOnesAreKnownBeforeTheySign() {
        assertThat(SigningKeyRules.nextSignsFrom(List.of(first), START)).isEqualTo(START.plus(SigningKeyRules.LEAD));
    }

    @ParameterizedTest
    @CsvSource({
        // time since the second key began to sign, which one signs, whether the first one is over
        "PT-1S, 1, false",
        "PT0S, 2, false",
        "PT1H, 2, false",
        "PT1H5M, 2, false",
        "PT1H5M1S, 2, true"
    })
    void aFormerOneIsKnownUntilItsLastTokenHasExpired(Duration after, int signing, boolean over) {
        Instant now = second.signsFrom().plus(after);
        List<KeptKey> keys = List.of(second, first);

        assertThat(SigningKeyRules.current(keys, now)).contains(signing == 1 ? first : second);
        assertThat(SigningKeyRules.over(keys, now, TOKEN_LIFE)).isEqualTo(over ? List.of(first) : List.of());
    }

    private static KeptKey key(Duration after) {
        return new KeptKey(SigningKey.generate(), START.plus(after), START.plus(after));
    }
}
