package io.keyward.config.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictConfigTest {

    @Test
    void asksAgainAfterTenSecondsUnlessTold() {
        assertThat(config(Map.of()).freshness()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config(Map.of("keyward.verdict.freshness", "7s")).freshness())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void namesTheKeyOfAValueThatCannotBeRead() {
        assertThatThrownBy(() -> config(Map.of("keyward.verdict.freshness", "fresh")))
                .hasMessageContaining("keyward.verdict.freshness");
    }

    private static VerdictConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(VerdictConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(VerdictConfig.class);
    }
}
