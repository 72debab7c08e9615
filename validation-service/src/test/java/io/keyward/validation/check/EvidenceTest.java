package io.keyward.validation.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    @Rule("P6")
    void aCallDuringWhichTheClockWasSetBackTookNoTimeRatherThanLessThanNone() {
        assertThat(took(Duration.ofMillis(-3))).isEqualTo(Duration.ZERO);
        assertThat(took(Duration.ofMillis(3))).isEqualTo(Duration.ofMillis(3));
    }

    private static Duration took(Duration measured) {
        return new Evidence.Call(
                        "kms:Decrypt", "a key", "us-east-1", Evidence.Path.PUBLIC, "OK", null, null, AT, measured)
                .latency();
    }
}
