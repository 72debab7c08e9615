package io.keyward.config.cluster.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterConfigTest {

    @Test
    void hasDefaults() {
        ClusterConfig config = config(Map.of());

        assertThat(config.rollbackAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(config.rollbackSweep()).isEqualTo("30s");
        assertThat(config.rollbackLease()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.pauseAgainAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void takesEveryKey() {
        ClusterConfig config = config(Map.of(
                "keyward.cluster.rollback-after", "2h",
                "keyward.cluster.rollback-sweep", "off",
                "keyward.cluster.rollback-lease", "9s",
                "keyward.cluster.pause-again-after", "0s"));

        assertThat(config.rollbackAfter()).isEqualTo(Duration.ofHours(2));
        assertThat(config.rollbackSweep()).isEqualTo("off");
        assertThat(config.rollbackLease()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.pauseAgainAfter()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"keyward.cluster.rollback-lease, short", "keyward.cluster.rollback-after, later"})
    void namesTheKeyOfAValueThatCannotBeRead(String key, String value) {
        assertThatThrownBy(() -> config(Map.of(key, value))).hasMessageContaining(key);
    }

    private static ClusterConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ClusterConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(ClusterConfig.class);
    }
}
