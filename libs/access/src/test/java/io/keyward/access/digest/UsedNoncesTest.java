package io.keyward.access.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsedNoncesTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final UsedNonces used = new UsedNonces(Duration.ofSeconds(60), clock);

    @Test
    void remembersForAtLeastItsTimeHoweverTheGenerationsFall() {
        // Given
        clock.advance(Duration.ofSeconds(59));
        assertThat(used.isFirst("a")).isTrue();

        // Then
        for (int second = 0; second < 60; second++) {
            assertThat(used.isFirst("a")).isFalse();
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void forgetsAfterTwiceItsTime() {
        assertThat(used.isFirst("a")).isTrue();

        clock.advance(Duration.ofSeconds(121));

        assertThat(used.isFirst("a")).isTrue();
    }

    @Test
    void tellsUsesApart() {
        assertThat(used.isFirst("a")).isTrue();
        assertThat(used.isFirst("b")).isTrue();
        assertThat(used.isFirst("b")).isFalse();
    }
}
