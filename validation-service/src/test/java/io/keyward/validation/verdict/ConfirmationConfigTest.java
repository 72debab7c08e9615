package io.keyward.validation.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.CheckConfig;
import io.keyward.validation.verdict.ConfirmationPolicy.Agreement;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationConfigTest {

    @Test
    @Rule("V7")
    void confirmsByTheTableUnlessTold() {
        assertThat(policy(Map.of()))
                .isEqualTo(new ConfirmationPolicy(
                        new Agreement(2, Duration.ofSeconds(1)),
                        new Agreement(3, Duration.ofSeconds(60)),
                        new Agreement(3, Duration.ofMinutes(10)),
                        Duration.ofHours(1)));
    }

    @Test
    void takesEveryKey() {
        assertThat(policy(Map.of(
                        "keyward.check.confirmation.key-state.checks", "4",
                        "keyward.check.confirmation.key-state.over", "5s",
                        "keyward.check.confirmation.access-denied.checks", "6",
                        "keyward.check.confirmation.access-denied.over", "7s",
                        "keyward.check.confirmation.slow-denial.checks", "5",
                        "keyward.check.confirmation.slow-denial.over", "9s",
                        "keyward.check.confirmation.lapse", "8m")))
                .isEqualTo(new ConfirmationPolicy(
                        new Agreement(4, Duration.ofSeconds(5)),
                        new Agreement(6, Duration.ofSeconds(7)),
                        new Agreement(5, Duration.ofSeconds(9)),
                        Duration.ofMinutes(8)));
    }

    @ParameterizedTest
    @CsvSource({
        "keyward.check.confirmation.lapse, 10s, keyward.check.confirmation.lapse",
        "keyward.check.confirmation.key-state.checks, 0, .checks (0) must be at least 1",
    })
    void refusesWhatWouldNeverConfirm(String key, String value, String complaint) {
        assertThatThrownBy(() -> policy(Map.of(key, value))).hasMessageContaining(complaint);
    }

    @Test
    void namesTheKeyOfAValueThatCannotBeRead() {
        assertThatThrownBy(() -> policy(Map.of("keyward.check.confirmation.key-state.checks", "many")))
                .hasMessageContaining("keyward.check.confirmation.key-state.checks");
    }

    @Test
    void limitsChecksUnlessTold() {
        var config = config(Map.of()).getConfigMapping(CheckConfig.class);

        assertThat(config.timeLimit()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.rolePatience()).isEqualTo(Duration.ofSeconds(5));
    }

    private static ConfirmationPolicy policy(Map<String, String> values) {
        return ConfirmationConfig.policyOf(config(values).getConfigMapping(ConfirmationConfig.class));
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ConfirmationConfig.class)
                .withMapping(CheckConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build();
    }
}
