package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.stage.GuardedStage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Too many keys go at once for it to be what their owners want. Most are held, one person is paged, and a person decides. */
@Isolated("starts a stage of its own")
class GuardScenario {
    private static final String CLUSTER = "orders";
    private static final int KEYS = 12;

    @Test
    @Rule({"P7", "V8"})
    void manyKeysAtOnceAreHeldUntilAPersonLetsThemGo() throws InterruptedException {
        try (GuardedStage stage = GuardedStage.start()) {
            // Given
            List<Tenant> tenants = new ArrayList<>(IntStream.range(0, KEYS)
                    .parallel()
                    .mapToObj(number -> stage.tenant(number % 3, CLUSTER))
                    .toList());

            // When
            tenants.forEach(Tenant::disableKey);

            // Then
            Tenant.waiting()
                    .untilAsserted(() -> assertThat(held(stage)).hasSizeGreaterThanOrEqualTo(KEYS - GuardedStage.MOST));
            assertThat(stopped(tenants)).hasSizeLessThanOrEqualTo(GuardedStage.MOST);
            assertThat(stage.openOperatorAlerts()).hasSize(1);
            Tenant.waiting().untilAsserted(() -> assertThat(stage.pages()).hasSize(1));

            // When
            Tenant back = tenants.stream()
                    .filter(tenant -> held(stage).toString().contains(tenant.groupId()))
                    .findFirst()
                    .orElseThrow();
            back.enableKey();

            // Then
            Tenant.waiting()
                    .untilAsserted(() -> assertThat(held(stage).toString()).doesNotContain(back.groupId()));
            Tenant.assertRunning(back.cluster(CLUSTER));

            // When
            stage.decide("RELEASE");

            // Then
            tenants.stream().filter(tenant -> tenant != back).forEach(tenant -> tenant.awaitStopped(CLUSTER));
            Tenant.assertRunning(back.cluster(CLUSTER));
        }
    }

    private static JsonNode held(GuardedStage stage) {
        return stage.guard().path("held").path("results");
    }

    private static List<Tenant> stopped(List<Tenant> tenants) {
        return tenants.stream()
                .filter(tenant -> tenant.cluster(CLUSTER).path("paused").asBoolean())
                .toList();
    }
}
