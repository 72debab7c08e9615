package io.keyward.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final String TEXT = """
            # TYPE keyward_endpoints gauge
            keyward_endpoints{status="ACTIVE",} 3.0
            keyward_endpoints{status="FAILED",} 2.0
            keyward_endpoints_orphaned 1.0
            """;

    @Test
    void sumsAMetricOverItsTagsAndNoOtherThatBeginsSo() {
        assertThat(Metrics.sumIn(TEXT, "keyward_endpoints")).isEqualTo(5);
        assertThat(Metrics.sumIn(TEXT, "keyward_endpoints_orphaned")).isEqualTo(1);
        assertThat(Metrics.sumIn(TEXT, "keyward_others")).isZero();
    }
}
