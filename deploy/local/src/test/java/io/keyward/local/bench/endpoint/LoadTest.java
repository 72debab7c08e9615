package io.keyward.local.bench.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Load BEFORE =
            new Load(Map.of("Describe", 10L, "Create", 3L), 100, 20, Duration.ofSeconds(5), Duration.ofSeconds(1));
    private static final Load AFTER =
            new Load(Map.of("Describe", 30L, "Create", 3L), 300, 70, Duration.ofSeconds(8), Duration.ofSeconds(2));

    @Test
    void isWhatWasUsedBetweenTwoMoments() {
        Load used = AFTER.since(BEFORE);

        assertThat(used.ec2Calls()).containsExactly(Map.entry("Describe", 20L));
        assertThat(used.perMinute(Duration.ofSeconds(30))).isEqualTo("40 | 300 | 100 | 6.00 | 2.00");
    }

    @Test
    void isSetBesideAnother() {
        assertThat(AFTER.since(BEFORE).times(AFTER.since(BEFORE))).isEqualTo("1.00 | 1.00 | 1.00 | 1.00 | 1.00");
    }
}
