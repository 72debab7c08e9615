package io.keyward.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyward.startup.rules.InsecureConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
                .hasMessageContaining(
                        "some-service does not start: 2 settings are missing, insecure, unreadable or without sense.")
                .hasMessageContaining("kafka.security.protocol is PLAINTEXT")
                .hasMessageContaining("KEYWARD_INSECURE_ALLOW_CLOUD_OVERRIDE=true");
    }

    @Test
    void tellsWhatFeaturesDislikeWithTheRestOfIt() {
        // Given
        Map<String, String> settings = new HashMap<>(INSECURE);
        settings.put("some.limit", "12");

        // Then
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> guard(
                                settings,
                                List.of(() -> Stream.of(StartupGuardTest::twoComplaints, StartupGuardTest::another)))
                        .look()))
                .hasMessageContaining("5 settings are")
                .hasMessageContaining(
                        "keyward.some.limit (12) must be less than 3.\n    As an environment variable it is KEYWARD_SOME_LIMIT.")
                .hasMessageContaining("KEYWARD_SOME_REGIONS__EU__VPC_ID")
                .hasMessageContaining("keyward.other must be at least 16 characters.");
    }

    private static void twoComplaints() {
        throw new IllegalArgumentException("""
                keyward.some.limit (12) must be less than 3
                keyward.some.regions."eu".vpc-id is for no region
                """);
    }

    private static void another() {
        throw new IllegalStateException("keyward.other must be at least 16 characters.");
    }

    @Test
    void onePermitPermitsOneThing() {
        // Given
        Map<String, String> settings = new HashMap<>(INSECURE);
        settings.put("keyward.insecure.allow-plain-kafka", "true");

        // Then
        assertThat(catchThrowableOfType(
                        ConfigurationException.class, () -> guard(settings).look()))
                .hasMessageContaining("1 setting is missing, insecure, unreadable or without sense")
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
        return guard(settings, List.of());
    }

    private static StartupGuard guard(Map<String, String> settings, List<SettingsCheck> checks) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(StartupConfig.class)
                .withMapping(InsecureConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new StartupGuard(
                config.getConfigMapping(StartupConfig.class),
                config.getConfigMapping(InsecureConfig.class),
                config,
                checks);
    }
}
