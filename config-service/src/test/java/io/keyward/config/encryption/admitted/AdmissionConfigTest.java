package io.keyward.config.encryption.admitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionConfigTest {

    @Test
    void hasDefaults() {
        AdmissionConfig config = config(Map.of());

        assertThat(config.keep()).isEqualTo(Duration.ofHours(1));
        assertThat(config.sweep()).isEqualTo("1m");
    }

    @Test
    void takesEveryKeyAndNamesOneThatCannotBeRead() {
        AdmissionConfig config = config(Map.of("keyward.admission.keep", "9m", "keyward.admission.sweep", "off"));

        assertThat(config.keep()).isEqualTo(Duration.ofMinutes(9));
        assertThat(config.sweep()).isEqualTo("off");
        assertThatThrownBy(() -> config(Map.of("keyward.admission.keep", "later")))
                .hasMessageContaining("keyward.admission.keep");
    }

    private static AdmissionConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(AdmissionConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(AdmissionConfig.class);
    }
}
