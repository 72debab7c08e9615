package io.keyward.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagingConfigTest {

    @Test
    void hasDefaultsForAllButTheNameOfTheService() {
        MessagingConfig config = read(Map.of());

        assertThat(config.ownedTopics()).isEmpty();
        assertThat(config.partitions()).isEqualTo(6);
        assertThat(config.replicationFactor()).isEqualTo((short) 1);
        assertThat(config.sentRetention()).isEqualTo(Duration.ofDays(1));
        assertThat(config.revisionEpoch()).isEqualTo(1);
        assertThat(config.republish()).isFalse();
        assertThat(config.compare()).isFalse();
        assertThat(config.relay().enabled()).isTrue();
        assertThat(config.relay().pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.relay().lease()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.relay().batch()).isEqualTo(500);
    }

    @Test
    void readsEveryKey() {
        MessagingConfig config = read(Map.of(
                "owned-topics", "a,b",
                "partitions", "12",
                "replication-factor", "3",
                "sent-retention", "2h",
                "revision-epoch", "4",
                "republish", "true",
                "relay.enabled", "false",
                "relay.poll-interval", "250ms",
                "relay.lease", "30s",
                "relay.batch", "10"));

        assertThat(config.ownedTopics()).contains(List.of("a", "b"));
        assertThat(config.partitions()).isEqualTo(12);
        assertThat(config.replicationFactor()).isEqualTo((short) 3);
        assertThat(config.sentRetention()).isEqualTo(Duration.ofHours(2));
        assertThat(new Revisions(config).next(0)).isEqualTo((4L << 40) + 1);
        assertThat(config.republish()).isTrue();
        assertThat(read(Map.of("compare", "true")).compare()).isTrue();
        assertThat(config.relay().enabled()).isFalse();
        assertThat(config.relay().pollInterval()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.relay().lease()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.relay().batch()).isEqualTo(10);
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> read(Map.of("partitions", "many")))
                .hasMessageContaining("keyward.messaging.partitions");
    }

    private static MessagingConfig read(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("keyward.messaging.application", "some-service");
        settings.forEach((key, value) -> all.put("keyward.messaging." + key, value));
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withMapping(MessagingConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 500))
                .build()
                .getConfigMapping(MessagingConfig.class);
    }
}
