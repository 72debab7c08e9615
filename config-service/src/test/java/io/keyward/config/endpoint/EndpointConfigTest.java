package io.keyward.config.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointConfigTest {

    @Test
    void waitsAndHasPeopleWaitUnlessTold() {
        assertThat(config(Map.of()).timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config(Map.of()).retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void takesEveryKey() {
        var config =
                config(Map.of("keyward.endpoint-service.timeout", "7s", "keyward.endpoint-service.retry-after", "8s"));

        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void namesTheKeyOfAValueThatCannotBeRead() {
        assertThatThrownBy(() -> config(Map.of("keyward.endpoint-service.timeout", "long")))
                .hasMessageContaining("keyward.endpoint-service.timeout");
    }

    private static EndpointConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(EndpointConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(EndpointConfig.class);
    }
}
