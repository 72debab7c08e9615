package io.keyward.validation.alert.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.validation.alert.notification.transport.NotificationConfig;
import io.keyward.validation.alert.notification.transport.Outcome;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryCadenceTest {
    private static final Instant CREATED = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 2s", "2, 4s", "3, 8s", "8, 256s", "9, 300s", "200, 300s"})
    void waitsTwiceAsLongAfterEachFailureUpToALimit(int failures, String pause) {
        assertThat(new RetryCadence(config(Map.of())).nextAttempt(CREATED, failures, CREATED, 0))
                .contains(CREATED.plus(new DurationConverter().convert(pause)));
    }

    @Test
    void chanceShortensAPauseByAHalfAtMost() {
        assertThat(new RetryCadence(config(Map.of())).nextAttempt(CREATED, 1, CREATED, 1))
                .contains(CREATED.plusSeconds(1));
    }

    @Test
    void givesUpWhatIsTooOldAndNothingElse() {
        var cadence = new RetryCadence(config(Map.of()));

        assertThat(cadence.nextAttempt(
                        CREATED, 1000, CREATED.plus(Duration.ofDays(3)).minusMillis(1), 0))
                .isPresent();
        assertThat(cadence.nextAttempt(CREATED, 1, CREATED.plus(Duration.ofDays(3)), 0))
                .isEmpty();
    }

    @Test
    void whatHardlyHealsIsTriedSeldomAndWhoeverAsksToWaitIsWaitedFor() {
        var cadence = new RetryCadence(config(Map.of()));

        assertThat(cadence.nextAttempt(CREATED, 1, CREATED, 0, Outcome.Failed.passing("")))
                .contains(CREATED.plusSeconds(2));
        assertThat(cadence.nextAttempt(CREATED, 1, CREATED, 0, Outcome.Failed.lasting("")))
                .contains(CREATED.plusSeconds(300));
        assertThat(cadence.nextAttempt(
                        CREATED, 1, CREATED, 0, new Outcome.Failed("", false, Optional.of(Duration.ofMinutes(30)))))
                .contains(CREATED.plusSeconds(1800));
        assertThat(cadence.nextAttempt(
                        CREATED, 3, CREATED, 0, new Outcome.Failed("", false, Optional.of(Duration.ofSeconds(1)))))
                .contains(CREATED.plusSeconds(8));
    }

    @Test
    void takesEveryKey() {
        var config = config(Map.of(
                "keyward.notification.tick", "off",
                "keyward.notification.first-retry", "1s",
                "keyward.notification.longest-retry", "2s",
                "keyward.notification.max-age", "3s",
                "keyward.notification.time-limit", "4s",
                "keyward.notification.lease", "5s",
                "keyward.notification.batch", "6",
                "keyward.notification.channel-time-limit", "7s",
                "keyward.notification.allow-private-addresses", "true",
                "keyward.notification.slack-url", "http://slack.test"));

        assertThat(config.tick()).isEqualTo("off");
        assertThat(config.timeLimit()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.batch()).isEqualTo(6);
        assertThat(config.channelTimeLimit()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.allowPrivateAddresses()).isTrue();
        assertThat(config.slackUrl()).isEqualTo("http://slack.test");
        assertThat(config.pagerDutyUrl()).isEqualTo("https://events.pagerduty.com");
        assertThat(new RetryCadence(config).nextAttempt(CREATED, 9, CREATED, 0)).contains(CREATED.plusSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({"keyward.notification.first-retry", "keyward.notification.longest-retry", "keyward.notification.max-age"
    })
    void namesTheKeyOfAValueThatMakesNoSense(String key) {
        assertThatThrownBy(() -> new RetryCadence(config(Map.of(key, "0s"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }

    static NotificationConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(NotificationConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(NotificationConfig.class);
    }
}
