package io.keyward.validation.enforcement.networking;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.testkit.Rule;
import io.keyward.validation.enforcement.plan.StopReason;
import io.keyward.validation.enforcement.plan.Wrapping;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("E10")
class MultiCloudRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // key,  clouds,          private    | stopped
        "AZURE,  AZURE AWS,       AZURE,       true",
        "AZURE,  AWS GCP,         AZURE,       true",
        "AZURE,  AZURE AWS,       AZURE AWS,   true",
        "AZURE,  AZURE,           AZURE,       false",
        "AZURE,  AZURE AZURE,     AZURE,       false",
        "AZURE,  AZURE AWS,       ,            false",
        "AZURE,  AZURE AWS,       AWS,         false",
        // nobody approves endpoints of AWS
        "AWS,    AZURE AWS,       AWS,         false",
        "AWS,    AZURE AWS,       AZURE,       false",
        // on its way from a key to none
        "NONE,   AZURE AWS,       AZURE,       false",
    })
    void whatIsOnSeveralCloudsUnderAKeyWhoseEndpointsAreApprovedIsStopped(
            String key, String clouds, @Nullable String privately, boolean stopped) {
        var providers = privately == null ? Set.<String>of() : Set.of(privately.split(" "));

        var reason = MultiCloudRules.of(cluster(key, clouds.split(" ")), providers, Set.of(), NOON);

        assertThat(reason.isPresent()).isEqualTo(stopped);
        assertThat(reason.stream()).allSatisfy(held -> {
            assertThat(held.kind()).isEqualTo(StopReason.Kind.MULTI_CLOUD);
            assertThat(held.since()).isEqualTo(NOON);
            assertThat(held.explanation()).contains("AZURE key");
        });
    }

    @Test
    void aReasonThatGoesOnKeepsItsTime() {
        var first = MultiCloudRules.of(cluster("AZURE", "AZURE", "AWS"), Set.of("AZURE"), Set.of(), NOON)
                .orElseThrow();

        var later = NOON.plusSeconds(60);
        assertThat(MultiCloudRules.of(cluster("AZURE", "AWS", "AZURE"), Set.of("AZURE"), Set.of(first), later))
                .contains(first);
        assertThat(MultiCloudRules.of(cluster("AZURE", "GCP", "AZURE"), Set.of("AZURE"), Set.of(first), later)
                        .map(StopReason::since))
                .contains(NOON);
    }

    private static Wrapping cluster(String key, String... clouds) {
        return new Wrapping(
                key,
                Arrays.stream(clouds)
                        .map(cloud -> new CloudRegion(cloud, "somewhere"))
                        .toList(),
                List.of("k1"));
    }
}
