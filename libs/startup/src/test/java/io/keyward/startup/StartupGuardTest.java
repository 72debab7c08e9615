package io.keyward.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartupGuardTest {
    private static final Map<String, String> INSECURE = Map.of(
            "quarkus.application.name", "some-service",
            "keyward.startup.required", "kafka.bootstrap.servers",
            "kafka.bootstrap.servers", "kafka:9092",
            "keyward.aws.endpoint", "http://simulator");

    @Test
    void saysEverythingAtOnce() {
        // When
        ConfigurationException refusal = catchThrowableOfType(
                ConfigurationException.class, () -> guard(INSECURE).look());

        // Then
        assertThat(refusal)
                .hasMessageContaining("some-service does not start: 2 settings are missing, insecure or unreadable.")
                .hasMessageContaining("kafka.security.protocol is PLAINTEXT")
                .hasMessageContaining("KEYWARD_INSECURE_ALLOW_CLOUD_OVERRIDE=true");
    }

    @Test
    void onePermitPermitsOneThing() {
        // Given
        Map<String, String> settings = new HashMap<>(INSECURE);
        settings.put("keyward.insecure.allow-plain-kafka", "true");

        // Then
        assertThat(catchThrowableOfType(
                        ConfigurationException.class, () -> guard(settings).look()))
                .hasMessageContaining("1 setting is missing, insecure or unreadable")
                .hasMessageNotContaining("kafka.security.protocol");

        // When
        settings.put("keyward.insecure.allow-cloud-override", "true");

        // Then
        assertThatCode(() -> guard(settings).look()).doesNotThrowAnyException();
    }

    @Test
    void aScheduleIsLookedAtBeforeTheSchedulerDoes() {
        // Given
        Map<String, String> settings = new HashMap<>(INSECURE);
        settings.put("keyward.startup.schedules", "some.often,some.seldom,some.never,some.wrong,some.unset");
        settings.put("some.often", "200ms");
        settings.put("some.seldom", "PT24H");
        settings.put("some.never", "off");
        settings.put("some.wrong", "s3cret");

        // Then
        assertThat(catchThrowableOfType(
                        ConfigurationException.class, () -> guard(settings).look()))
                .hasMessageContaining("3 settings are")
                .hasMessageContaining("some.wrong is no period")
                .hasMessageContaining("SOME_WRONG")
                .hasMessageNotContaining("s3cret");
    }

    private static StartupGuard guard(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(StartupConfig.class)
                .withMapping(InsecureConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new StartupGuard(
                config.getConfigMapping(StartupConfig.class), config.getConfigMapping(InsecureConfig.class), config);
    }
}
