package io.keyward.atlas.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "/api/atlas/v2/groups/1/encryptionAtRest, encryption-at-rest, 2000, 1000",
        "/api/atlas/v2/groups/1/encryptionAtRest/AWS/privateEndpoints/, encryption-at-rest, 2000, 1000",
        "/api/atlas/v1.0/groups/1/encryptionAtRest, encryption-at-rest, 2000, 1000",
        "/api/atlas/v2/groups/1/cloudProviderAccess/2, cloud-provider-access, 2000, 1000",
        "/api/atlas/v2/groups/1/clusters, clusters, 10000, 5000",
        "/api/atlas/v2/groups/1/clusters/backup, clusters, 10000, 5000",
        "/api/atlas/v2/groups/1/clusters/one/backup/snapshots, backups, 1200, 500",
        "/api/atlas/v2/groups/1/alerts/2, alerts, 1200, 500",
        "/api/atlas/v2/groups/1/alertConfigs, alerts, 1200, 500",
        "/api/atlas/v2/groups/1/events, events, 300, 100",
        "/api/atlas/v2/alertConfigs/matchers/fieldNames, matcher-names, 300, 100",
        "/api/keyward/v1/groups/1/clusters/one/enforcement, extensions, 10000, 5000",
        "/api/atlas/v2/groups/1/clustersque, others, 2000, 1000",
        "/api/keyward/v1/hints/aws, hints, 1200, 1200",
        "/api/atlas/v2/groups, others, 2000, 1000",
        "/api/atlas/v2, others, 2000, 1000"
    })
    void everyPathBelongsToASetWithALimit(String path, String set, int capacity, int refill) {
        // Given
        EndpointSet found = EndpointSet.of(path);

        // Then
        assertThat(found.settingsName()).isEqualTo(set);
        assertThat(Limits.of(config(Map.of())))
                .containsEntry(found, new Limits.Limit(capacity, refill, Duration.ofMinutes(1)));
    }

    @Test
    void settingsReplaceSingleValues() {
        // Given
        RateLimitConfig config = config(Map.of(
                "keyward.rate-limit.enabled", "false",
                "keyward.rate-limit.events.capacity", "7",
                "keyward.rate-limit.encryption-at-rest.refill", "8",
                "keyward.rate-limit.encryption-at-rest.period", "9s"));

        // Then
        assertThat(config.enabled()).isFalse();
        assertThat(Limits.of(config))
                .containsEntry(EndpointSet.EVENTS, new Limits.Limit(7, 100, Duration.ofMinutes(1)))
                .containsEntry(EndpointSet.ENCRYPTION_AT_REST, new Limits.Limit(2000, 8, Duration.ofSeconds(9)));
    }

    @ParameterizedTest
    @CsvSource({
        "keyward.rate-limit.events.capacity, 0",
        "keyward.rate-limit.events.refill, -1",
        "keyward.rate-limit.events.period, 0s",
        "keyward.rate-limit.event.capacity, 5"
    })
    void whatCannotBeUsedIsNamed(String key, String value) {
        assertThatThrownBy(() -> Limits.of(config(Map.of(key, value))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(key.replaceFirst("event\\..*", "event"));
    }

    private static RateLimitConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(RateLimitConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(RateLimitConfig.class);
    }
}
