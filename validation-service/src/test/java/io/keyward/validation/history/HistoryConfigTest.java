package io.keyward.validation.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryConfigTest {
    private static final String KEY = "keyward.check.history-retention";

    @Test
    void remembersForNinetyDaysUnlessTold() {
        assertThat(config(Map.of()).historyRetention()).isEqualTo(Duration.ofDays(90));
        assertThat(config(Map.of(KEY, "36h")).historyRetention()).isEqualTo(Duration.ofHours(36));
    }

    @Test
    void refusesToForgetEverythingAndNamesTheKey() {
        assertThatThrownBy(() -> pruner("0s")).hasMessageContaining(KEY);
        assertThatThrownBy(() -> pruner("for ever")).hasMessageContaining(KEY);
    }

    private static HistoryPruner pruner(String retention) {
        var json = new ObjectMapper();
        return new HistoryPruner(new HistoryStore(json), Clock.systemUTC(), config(Map.of(KEY, retention)));
    }

    private static HistoryConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(HistoryConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(HistoryConfig.class);
    }
}
