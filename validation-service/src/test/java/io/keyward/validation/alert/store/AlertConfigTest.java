package io.keyward.validation.alert.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.validation.alert.rules.AlertPolicy;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertConfigTest {

    @Test
    void tellsOfAKeyAfterAMinuteAndOfAStopAfterTwo() {
        var config = config(Map.of());

        assertThat(AlertConfig.policyOf(config))
                .isEqualTo(new AlertPolicy(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofHours(24)));
        assertThat(config.sweep()).isEqualTo("5s");
        assertThat(config.maxConfigurations()).isEqualTo(500);
    }

    @Test
    void takesEveryKey() {
        var config = config(Map.of(
                "keyward.alert.network-delay", "0s",
                "keyward.alert.stop-unobserved-after", "7s",
                "keyward.alert.approval-delay", "9s",
                "keyward.alert.sweep", "off",
                "keyward.alert.max-configurations", "3"));

        assertThat(AlertConfig.policyOf(config))
                .isEqualTo(new AlertPolicy(Duration.ZERO, Duration.ofSeconds(7), Duration.ofSeconds(9)));
        assertThat(config.sweep()).isEqualTo("off");
        assertThat(config.maxConfigurations()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keyward.alert.network-delay",
                "keyward.alert.stop-unobserved-after",
                "keyward.alert.approval-delay"
            })
    void namesTheKeyOfAValueThatMakesNoSense(String key) {
        assertThatThrownBy(() -> AlertConfig.policyOf(config(Map.of(key, "-1s"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
        assertThatThrownBy(() -> config(Map.of(key, "later"))).hasMessageContaining(key);
    }

    private static AlertConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(AlertConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(AlertConfig.class);
    }
}
