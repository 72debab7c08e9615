package io.keyward.validation.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.clouds.aws.AwsConfig;
import io.keyward.validation.check.CheckConfig;
import io.keyward.validation.verdict.ConfirmationConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsGuardTest {

    @Test
    void startsUnlessTold() {
        assertThatCode(() -> guard(Map.of()).requireSense()).doesNotThrowAnyException();
    }

    @Test
    void checksEveryFiveMinutesUnlessTold() {
        var config = config(Map.of()).getConfigMapping(CadenceConfig.class);

        assertThat(config.interval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.concurrency()).isEqualTo(256);
        assertThat(config.regionConcurrency()).isEqualTo(128);
        assertThat(config.laneConcurrency()).isEqualTo(64);
        assertThat(config.lanePause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.longestLanePause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.rotationLookEvery()).isEqualTo(Duration.ofHours(24));
        assertThat(config.measureEvery()).isEqualTo("10s");
        assertThat(config.lease()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.tick()).isEqualTo("1s");
    }

    @Test
    void takesEveryKey() {
        var config = config(Map.of(
                "keyward.check.interval", "7m",
                "keyward.check.concurrency", "8",
                "keyward.check.region-concurrency", "7",
                "keyward.check.lane-concurrency", "6",
                "keyward.check.lane-pause", "2s",
                "keyward.check.patience", "10s",
                "keyward.check.tick", "off",
                "keyward.check.time-limit", "11s",
                "keyward.check.role-patience", "12s"));
        var further = config(Map.of(
                "keyward.check.lease", "9s",
                "keyward.check.longest-lane-pause", "3s",
                "keyward.check.rotation-look-every", "4h",
                "keyward.check.measure-every", "off"));

        var cadence = config.getConfigMapping(CadenceConfig.class);
        assertThat(cadence.interval()).isEqualTo(Duration.ofMinutes(7));
        assertThat(cadence.concurrency()).isEqualTo(8);
        assertThat(cadence.regionConcurrency()).isEqualTo(7);
        assertThat(cadence.laneConcurrency()).isEqualTo(6);
        assertThat(cadence.lanePause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(cadence.patience()).isEqualTo(Duration.ofSeconds(10));
        assertThat(cadence.tick()).isEqualTo("off");
        var others = further.getConfigMapping(CadenceConfig.class);
        assertThat(others.lease()).isEqualTo(Duration.ofSeconds(9));
        assertThat(others.longestLanePause()).isEqualTo(Duration.ofSeconds(3));
        assertThat(others.rotationLookEvery()).isEqualTo(Duration.ofHours(4));
        assertThat(others.measureEvery()).isEqualTo("off");
        var checks = config.getConfigMapping(CheckConfig.class);
        assertThat(checks.timeLimit()).isEqualTo(Duration.ofSeconds(11));
        assertThat(checks.rolePatience()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void sessionsServeNoLongerThanAnIntervalUnlessTold() {
        var config = config(Map.of("keyward.check.interval", "2s")).getConfigMapping(AwsConfig.class);

        assertThat(config.sessionCache()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "keyward.check.interval, 0s",
        "keyward.check.concurrency, 0",
        "keyward.check.region-concurrency, 0",
        "keyward.check.region-concurrency, 161",
        "keyward.check.lane-concurrency, 0",
        "keyward.check.lane-pause, 0s",
        "keyward.check.longest-lane-pause, 1ms",
        "keyward.check.time-limit, 0s",
        "keyward.check.lease, 8s",
        "keyward.aws.session-cache, 301s",
        "keyward.check.confirmation.lapse, 1s",
    })
    void refusesToStartWithWhatWouldNeverCheckAndNamesTheKey(String key, String value) {
        assertThatThrownBy(() -> guard(Map.of(key, value)).requireSense()).hasMessageContaining(key);
    }

    @Test
    void namesTheKeyOfAValueThatCannotBeRead() {
        assertThatThrownBy(() -> guard(Map.of("keyward.check.lease", "long")))
                .hasMessageContaining("keyward.check.lease");
    }

    private static SettingsGuard guard(Map<String, String> values) {
        var config = config(values);
        return new SettingsGuard(
                config.getConfigMapping(CadenceConfig.class),
                config.getConfigMapping(CheckConfig.class),
                config.getConfigMapping(ConfirmationConfig.class),
                config.getConfigMapping(AwsConfig.class));
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(CadenceConfig.class)
                .withMapping(CheckConfig.class)
                .withMapping(ConfirmationConfig.class)
                .withMapping(AwsConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build();
    }
}
