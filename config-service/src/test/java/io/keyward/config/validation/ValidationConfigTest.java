package io.keyward.config.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationConfigTest {

    @Test
    void waitsAndHasPeopleWaitUnlessTold() {
        assertThat(config(Map.of()).checkTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config(Map.of()).retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void takesEveryKey() {
        var config = config(Map.of("keyward.validation.check-timeout", "7s", "keyward.validation.retry-after", "8s"));

        assertThat(config.checkTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void namesTheKeyOfAValueThatCannotBeRead() {
        assertThatThrownBy(() -> config(Map.of("keyward.validation.check-timeout", "long")))
                .hasMessageContaining("keyward.validation.check-timeout");
    }

    private static ValidationConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ValidationConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(ValidationConfig.class);
    }
}
