package io.keyward.endpoint.reconcile;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.endpoint.lifecycle.Patience;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Limit;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
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
    void looksEveryFiveSecondsUnlessTold() {
        var config = config(Map.of()).getConfigMapping(ReconcileConfig.class);

        assertThat(ReconcileConfig.patienceOf(config))
                .isEqualTo(new Patience(
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        3));
        assertThat(config.lookTimeLimit()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.lease()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.lookAtRest()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.lookUnused()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.longestPause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.readAllAfter()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.commandsPerLook()).isEqualTo(50);
        assertThat(config.batch()).isEqualTo(100);
        assertThat(config.tick()).isEqualTo("1s");
        assertThat(config.sweep()).isEqualTo("1m");
    }

    @Test
    void takesEveryKey() {
        var config = config(Map.ofEntries(
                        entry("keyward.endpoint.creation-limit", "1m"),
                        entry("keyward.endpoint.visible-within", "2s"),
                        entry("keyward.endpoint.confirm-loss-after", "3s"),
                        entry("keyward.endpoint.look-under-way", "4s"),
                        entry("keyward.endpoint.look-at-rest", "6s"),
                        entry("keyward.endpoint.look-unused", "11s"),
                        entry("keyward.endpoint.longest-pause", "12s"),
                        entry("keyward.endpoint.read-all-after", "13s"),
                        entry("keyward.endpoint.commands-per-look", "14"),
                        entry("keyward.endpoint.retry-failed-after", "2m"),
                        entry("keyward.endpoint.replacements-per-day", "1"),
                        entry("keyward.endpoint.look-time-limit", "7s"),
                        entry("keyward.endpoint.lease", "8s"),
                        entry("keyward.endpoint.batch", "9"),
                        entry("keyward.endpoint.tick", "off"),
                        entry("keyward.endpoint.sweep", "10s")))
                .getConfigMapping(ReconcileConfig.class);

        assertThat(ReconcileConfig.patienceOf(config))
                .isEqualTo(new Patience(
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofMinutes(2),
                        1));
        assertThat(config.lookAtRest()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.lookTimeLimit()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.lookUnused()).isEqualTo(Duration.ofSeconds(11));
        assertThat(config.longestPause()).isEqualTo(Duration.ofSeconds(12));
        assertThat(config.readAllAfter()).isEqualTo(Duration.ofSeconds(13));
        assertThat(config.commandsPerLook()).isEqualTo(14);
        assertThat(config.batch()).isEqualTo(9);
        assertThat(config.tick()).isEqualTo("off");
        assertThat(config.sweep()).isEqualTo("10s");
    }

    @ParameterizedTest
    @CsvSource({
        "keyward.endpoint.creation-limit, 0s",
        "keyward.endpoint.visible-within, 3s",
        "keyward.endpoint.confirm-loss-after, 0s",
        "keyward.endpoint.retry-failed-after, 0s",
        "keyward.endpoint.replacements-per-day, -1",
        "keyward.endpoint.look-under-way, 0s",
        "keyward.endpoint.look-at-rest, 0s",
        "keyward.endpoint.look-unused, 0s",
        "keyward.endpoint.read-all-after, 0s",
        "keyward.endpoint.commands-per-look, 0",
        "keyward.endpoint.longest-pause, 4s",
        "keyward.endpoint.look-time-limit, 0s",
        "keyward.endpoint.lease, 23s",
        "keyward.endpoint.batch, 0",
    })
    void refusesToStartWithWhatWouldNeverLookOrLookInVainAndNamesTheKey(String key, String value) {
        assertThatThrownBy(() -> guard(Map.of(key, value)).requireSense())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }

    private static SettingsGuard guard(Map<String, String> values) {
        var config = config(values);
        return new SettingsGuard(
                config.getConfigMapping(ReconcileConfig.class),
                List.of(new Limit("keyward.aws.call-timeout", Duration.ofSeconds(3))));
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ReconcileConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build();
    }
}
