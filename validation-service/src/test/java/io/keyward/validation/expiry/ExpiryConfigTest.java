package io.keyward.validation.expiry;

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

class ExpiryConfigTest {

    @Test
    void asksOnceADay() {
        var config = config(Map.of());

        ExpiryConfig.check(config);
        assertThat(config.sweep()).isEqualTo("10m");
        assertThat(config.lookEvery()).isEqualTo(Duration.ofDays(1));
        assertThat(config.atOnce()).isEqualTo(200);
    }

    @Test
    void takesEveryKey() {
        var config = config(Map.of(
                "keyward.expiry.sweep", "off", "keyward.expiry.look-every", "3h", "keyward.expiry.at-once", "7"));

        assertThat(config.sweep()).isEqualTo("off");
        assertThat(config.lookEvery()).isEqualTo(Duration.ofHours(3));
        assertThat(config.atOnce()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"keyward.expiry.look-every, 0s", "keyward.expiry.look-every, -1s", "keyward.expiry.at-once, 0"})
    void namesTheKeyOfAValueThatMakesNoSense(String key, String value) {
        assertThatThrownBy(() -> ExpiryConfig.check(config(Map.of(key, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }

    private static ExpiryConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ExpiryConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(ExpiryConfig.class);
    }
}
