package io.keyward.local.bench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.bench.usage.Statements;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LapTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    @Test
    void costsArePerCheck() {
        // Given
        Reading before = reading(1, new Statements.Count(100, 10, 5), Map.of("Decrypt", 7L, "AssumeRole", 2L));
        Reading after = reading(3, new Statements.Count(300, 50, 25), Map.of("Decrypt", 1007L, "AssumeRole", 2L));

        // When
        Lap lap = new Lap(1000, Duration.ofMillis(500), after.since(before));

        // Then
        assertThat(lap.used().calls()).containsExactly(Map.entry("Decrypt", 1000L));
        assertThat(lap.perSecond()).isEqualTo(2000, EXACT);
        assertThat(lap.ownMicrosPerCheck()).isEqualTo(2000, EXACT);
        assertThat(lap.postgresMicrosPerCheck()).isEqualTo(4000, EXACT);
        assertThat(lap.cloudShare()).isEqualTo(12, EXACT);
        assertThat(lap.statementsPerCheck()).isEqualTo(0.2, EXACT);
        assertThat(lap.plainStatementsPerCheck()).isEqualTo(0.14, EXACT);
    }

    @Test
    void readingsAddUp() {
        Reading one = reading(1, new Statements.Count(3, 2, 1), Map.of("Decrypt", 7L));

        assertThat(one.plus(Reading.NOTHING)).isEqualTo(one);
        assertThat(one.plus(one).since(one)).isEqualTo(one);
    }

    @Test
    void aCheckIsThreeCallsAndAFewMayBeRepeated() {
        assertThat(lap(10_000, 10_000, 10_000).isHonest()).isTrue();
        assertThat(lap(10_000, 10_010, 10_000).isHonest()).isTrue();
        assertThat(lap(10_000, 10_011, 10_000).isHonest()).isFalse();
        assertThat(lap(0, 10_000, 10_000).isHonest()).isFalse();
    }

    private static Lap lap(long described, long decrypted, long encrypted) {
        Map<String, Long> calls = Map.of("DescribeKey", described, "Decrypt", decrypted, "Encrypt", encrypted);
        return new Lap(10_000, Duration.ofSeconds(1), reading(1, new Statements.Count(0, 0, 0), calls));
    }

    private static Reading reading(int seconds, Statements.Count statements, Map<String, Long> calls) {
        return new Reading(
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(3L * seconds),
                Duration.ofSeconds(2L * seconds),
                statements,
                calls);
    }
}
