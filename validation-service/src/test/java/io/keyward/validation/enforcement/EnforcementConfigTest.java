package io.keyward.validation.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.validation.enforcement.EnforcementConfig.Acknowledge;
import io.keyward.validation.enforcement.asking.AskingRules.Pace;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnforcementConfigTest {

    @Test
    void believesNobodyButDriversUnlessTold() {
        var config = config(Map.of());

        assertThat(config.acknowledge()).isEqualTo(Acknowledge.REPORTED);
        assertThat(config.sweep()).isEqualTo("30s");
        assertThat(config.overdueAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(EnforcementConfig.paceOf(config)).isEqualTo(new Pace(Duration.ofMinutes(1), Duration.ofMinutes(15)));
    }

    @Test
    void takesEveryKey() {
        var config = config(Map.of(
                "keyward.enforcement.acknowledge", "automatic",
                "keyward.enforcement.sweep", "off",
                "keyward.enforcement.overdue-after", "7s",
                "keyward.enforcement.ask-again-after", "8s",
                "keyward.enforcement.ask-again-at-most-every", "9s"));

        assertThat(config.acknowledge()).isEqualTo(Acknowledge.AUTOMATIC);
        assertThat(config.sweep()).isEqualTo("off");
        assertThat(config.overdueAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(EnforcementConfig.paceOf(config)).isEqualTo(new Pace(Duration.ofSeconds(8), Duration.ofSeconds(9)));
    }

    @ParameterizedTest
    @CsvSource({"keyward.enforcement.acknowledge, perhaps", "keyward.enforcement.overdue-after, later"})
    void namesTheKeyOfAValueThatCannotBeRead(String key, String value) {
        assertThatThrownBy(() -> config(Map.of(key, value))).hasMessageContaining(key);
    }

    private static EnforcementConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(EnforcementConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(EnforcementConfig.class);
    }
}
